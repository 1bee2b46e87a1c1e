/** The head of the script: its environment and what all of it uses. */
export const SCRIPT_HEAD = String.raw`#!/bin/sh
# Decides the role of this pod's server before it starts: from the role file, and from what the servers of the other
# regions say about themselves. The server reads the outcome as its flag file.
#
# Paths, addresses and times come from the environment. What a file or a peer says is data: compared and printed, never
# run. The client reads the password by itself, from REDISCLI_AUTH.

# The only variable that may be absent.
ca_file=$CA_FILE
set -uf

mode_file=$(dirname "$ROLE_FILE")/mode
# Tells the startup probe that there has been a decision: the decision itself goes as soon as it is used.
decided_once=$(dirname "$DECIDED_ROLE_FILE")/decided-once

log() {
  printf 'start-guard: %s\n' "$*"
}

# Seconds of a clock that nobody sets, where there is one.
now() {
  cut -d . -f 1 /proc/uptime 2>/dev/null || date +%s
}
`;
