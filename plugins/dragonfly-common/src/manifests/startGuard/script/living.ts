/** How the script lives beside the server: a decision is written, used once, and made anew. */
export const LIVING = String.raw`write_decision() {
  {
    printf '# %s, decided by the start guard\n' "$outcome"
    [ "$outcome" = primary ] || printf '%s=%s\n' --replicaof "$(printf '%s' "$leader_at" | tr ' ' ':')"
    sed -e '/^#/d' -e '/^--replicaof=/d' "$ROLE_FILE"
  } >"$DECIDED_ROLE_FILE.new" && mv -f "$DECIDED_ROLE_FILE.new" "$DECIDED_ROLE_FILE" && : >"$decided_once"
}

forget_decision() {
  rm -f "$DECIDED_ROLE_FILE"
}

# Decides once. Without a decision there is no flag file, and the server cannot start.
decide() {
  read_declaration
  if [ -z "$my_address" ]; then
    hold "its role file names the region \"$me\", which is not among the nodes of the cache; correct the role ConfigMap"
  elif [ "$mode" = trust-role-file ]; then
    be_as_declared 'the mode "trust-role-file" says not to ask the other regions'
  else
    gather
    weigh
    choose
  fi
  case $outcome in
    primary) log "$me starts as primary, because $because" ;;
    replica) log "$me starts as replica of $leader, because $because" ;;
    hold)
      forget_decision
      log "$me does not start, because $because. Asking again."
      sleep 1
      return 1
      ;;
  esac
  write_decision || log "cannot write the decision to $DECIDED_ROLE_FILE"
}

# A process that accepts a connection has read its flags. One that accepts and says nothing hangs, but it is not gone.
server_is_up() {
  case $(call -h "$SERVER_HOST" -p "$SERVER_PORT" PING) in
    *'Could not connect'*) return 1 ;;
  esac
}

# Gives the server a deadline to start; after that the decision is too old. Looks often: until it has seen the server, a
# server that dies again would find the decision a second time.
await_server() {
  end=$(($(now) + DEADLINE_SECONDS))
  until server_is_up; do
    [ "$(now)" -lt "$end" ] || return 1
    sleep 0.1 2>/dev/null || sleep 1
  done
}

# A decision is used once: a server that restarts inside its pod finds no flag file, fails, and waits for the next one.
watch_server() {
  forget_decision
  : >"$decided_once"
  while server_is_up; do sleep 1; done
  log 'the server is gone; its next start needs a new decision'
}

trap 'exit 0' TERM INT
# What an earlier life of this container has left may be old.
rm -f "$DECIDED_ROLE_FILE" "$decided_once"
until server_is_up || { decide && await_server; }; do :; done
while :; do
  watch_server
  until decide && await_server; do :; done
done
`;
