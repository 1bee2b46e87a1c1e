/** How the script asks the peers and understands what they answer. */
export const ASKING = String.raw`client=$(command -v valkey-cli || command -v redis-cli) || {
  log 'found neither valkey-cli nor redis-cli; the image of this container must have one of them'
  exit 1
}

# Prints what a server answers, errors included, or nothing when it does not answer in time. Only printable characters
# pass, named by their range: the tr of busybox knows no classes. Its shell announces on standard error that a client
# has been ended, which says nothing to anybody.
call() {
  {
    timeout "$ATTEMPT_SECONDS" "$client" "$@" 2>&1 </dev/null | LC_ALL=C tr -cd ' -~\n'
  } 2>/dev/null
}

# One field of a reply of INFO; bounded, because each answer must fit into one write to a pipe.
field() {
  printf '%s\n' "$2" | sed -n "s/^$1://p" | head -n 1 | cut -c 1-255
}

# Why a server that is alive does not say its role; nothing when there is no sign of life. Load balancers accept a
# connection and drop it when nobody is behind them, so a dropped connection is no sign of life.
obstacle() {
  case $1 in
    *'CA Certificate'*) echo 'cannot be asked, because the CA file of this pod is unusable' ;;
    *'certificate verify failed'*) echo 'has a certificate that the CA of this pod did not sign' ;;
    *'reset by peer'* | *'Broken pipe'* | *'timed out'* | *'unexpected eof'* | *SSL_connect*Success*) ;;
    *SSL_connect* | *'Bad TLS header'*) echo 'does not agree on TLS' ;;
    *'Could not connect'* | *'closed the connection'* | *'I/O error'* | '') ;;
    *LOADING*) echo 'is loading its data or handing over' ;;
    *NOAUTH* | *WRONGPASS* | *'AUTH failed'*) echo 'refuses the password' ;;
    *NOPERM*) echo 'does not let the user of this pod ask' ;;
    *) echo 'gives an answer without a role' ;;
  esac
}

# A server without TLS tells a TLS client nothing at all, but it answers in clear text; no password is sent that way.
speaks_clear_text() (
  unset REDISCLI_AUTH
  [ -n "$(obstacle "$(call -h "$1" -p "$2" PING)")" ]
)

# Asks one peer; prints "<region> <host> <port>" and then "primary", "replica <host> <port>", "unclear <why>" or "silent".
ask() {
  if [ -n "$ca_file" ]; then
    reply=$(call -h "$2" -p "$3" --tls --cacert "$ca_file" INFO replication)
  else
    reply=$(call -h "$2" -p "$3" INFO replication)
  fi
  case $(field role "$reply") in
    master) answer=primary ;;
    slave | replica) answer="replica $(field master_host "$reply") $(field master_port "$reply")" ;;
    *)
      why=$(obstacle "$reply")
      [ -n "$why" ] || [ -z "$ca_file" ] || ! speaks_clear_text "$2" "$3" || why='does not speak TLS'
      answer=silent
      [ -z "$why" ] || answer="unclear $why"
      ;;
  esac
  printf '%s\n' "$1 $2 $3 $answer"
}

# Asks all peers at once; each prints its line in one piece.
ask_peers() {
  while read -r region host port; do
    case $region in
      '' | "$me") ;;
      *) ask "$region" "$host" "$port" & ;;
    esac
  done <"$NODES_FILE"
  wait
}

# Asks until every peer has said its role or the deadline has passed; the last answers are in $answers.
gather() {
  end=$(($(now) + DEADLINE_SECONDS))
  while :; do
    answers=$(ask_peers | sort)
    case $answers in
      *' unclear '* | *' silent'*) [ "$(now)" -lt "$end" ] || return 0 ;;
      *) return 0 ;;
    esac
    sleep 1
  done
}
`;
