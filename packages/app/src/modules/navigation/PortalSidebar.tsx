import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarSpace,
} from '@backstage/core-components';
import { NavContentComponentProps } from '@backstage/plugin-app-react';
import { SidebarSearchModal } from '@backstage/plugin-search';
import {
  Settings,
  UserSettingsSignInAvatar,
} from '@backstage/plugin-user-settings';
import { RiMenuLine, RiSearchLine } from '@remixicon/react';

/** The portal's side bar: search, catalog, Create wizard, whatever pages plugins add, and settings. */
export function PortalSidebar(props: NavContentComponentProps) {
  const pages = props.navItems.withComponent(item => (
    <SidebarItem icon={() => item.icon} to={item.href} text={item.title} />
  ));
  // Search has a modal of its own and settings a place at the bottom.
  pages.take('page:search');
  pages.take('page:user-settings');

  return (
    <Sidebar>
      <SidebarGroup label="Search" icon={<RiSearchLine />} to="/search">
        <SidebarSearchModal />
      </SidebarGroup>
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<RiMenuLine />}>
        {pages.take('page:dragonfly')}
        {pages.take('page:catalog')}
        {pages.take('page:scaffolder')}
        {pages.rest({ sortBy: 'title' })}
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup
        label="Settings"
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        <Settings />
      </SidebarGroup>
    </Sidebar>
  );
}
