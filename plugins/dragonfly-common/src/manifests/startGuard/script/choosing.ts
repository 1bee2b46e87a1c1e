/** How the script decides: the rules. */
export const CHOOSING = String.raw`role_flag() {
  sed -n "s/^--$1=//p" "$ROLE_FILE" | head -n 1
}

# Prints the region of "<host> <port>", nothing when it is of none.
region_at() {
  while read -r region host port; do
    [ "$*" != "$host $port" ] || printf '%s\n' "$region"
  done <"$NODES_FILE"
}

address_of() {
  while read -r region host port; do
    [ "$1" != "$region" ] || printf '%s\n' "$host $port"
  done <"$NODES_FILE"
}

# Reads what is declared: $me, and $declared, the region of the declared primary.
read_declaration() {
  me=$(role_flag replica_announce_ip)
  my_address=$(address_of "$me")
  declared_at=$(role_flag replicaof | tr ':' ' ')
  declared=$me
  [ -z "$declared_at" ] || declared=$(region_at $declared_at)
  [ -n "$declared" ] || declared=$(role_flag replicaof)
  mode=ask
  [ ! -f "$mode_file" ] || mode=$(head -n 1 "$mode_file")
}

# Sorts the answers: $primaries, $follower (a replica of this region), $leader (whom the declared primary follows),
# $unclear (alive, role unknown), and $heard, all of them in words.
weigh() {
  primaries='' follower='' leader='' unclear='' heard=''
  while read -r region host port kind detail; do
    case $kind in
      primary)
        primaries="$primaries $region"
        words='is a primary'
        ;;
      replica)
        of=$(region_at $detail)
        words="is a replica of $(printf '%s\n' "$detail" | tr ' ' ':')"
        if [ "$detail" = "$my_address" ]; then
          follower=$region
        elif [ "$region" = "$declared" ]; then
          leader=$of
        fi
        ;;
      unclear)
        unclear=$region
        words=$detail
        ;;
      silent) words='is silent' ;;
      *) continue ;;
    esac
    heard="$heard, $region $words"
  done <<END
$answers
END
  heard=$(printf '%s\n' "$heard" | cut -c 3-)
}

be_primary() {
  outcome=primary because=$1
}

# The region to follow, why, and its address where that is not the one in the list of nodes.
be_replica() {
  outcome=replica leader=$1 because=$2 leader_at=$3
}

be_as_declared() {
  if [ -z "$declared_at" ]; then be_primary "$1"; else be_replica "$declared" "$1" "$declared_at"; fi
}

hold() {
  outcome=hold because=$1
}

choose_among() {
  case " $* " in
    *" $declared "*) be_replica "$declared" "several regions answer as primary ($*) and the role file declares this one" "$declared_at" ;;
    *) hold "several regions answer as primary ($*) and the role file declares none of them; demote all but one" ;;
  esac
}

# The rules, first match first.
choose() {
  set -- $primaries
  if [ $# -eq 1 ]; then
    be_replica "$1" "$1 answers as primary" "$(address_of "$1")"
  elif [ $# -gt 1 ]; then
    choose_among "$@"
  elif [ -n "$follower" ]; then
    be_primary "no region answers as primary and $follower is its replica"
  elif [ -n "$leader" ]; then
    be_replica "$leader" "$declared, declared as primary, is a replica of it" "$(address_of "$leader")"
  elif [ -n "$unclear" ] && [ -z "$declared_at" ]; then
    hold "$heard, so it may be the primary; make it answer, or put \"trust-role-file\" under the key \"mode\" of the role ConfigMap if it is not"
  else
    be_as_declared "the role file says so and no region answers as primary: $heard"
  fi
}
`;
