export {
  DragonflyCacheCollatorFactory,
  type DragonflyCacheCollatorFactoryOptions,
} from './DragonflyCacheCollatorFactory';
