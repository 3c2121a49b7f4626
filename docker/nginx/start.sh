#!/bin/sh
# Runs nginx in front of the current replicas, and notices when some come or go: nobody has to edit a file.
#
#   sh start.sh
#   REPLICAS   NAME:PORT, looked up in DNS; or the path of a file with one ADDRESS:PORT per line
#   LOOK_EVERY seconds between two checks; 1 by default
#   DIRECTORY  the directory of the configuration and the cache; /run/nginx by default
#
# It also takes the variables of render.sh.
set -eu
here=$(dirname "$0")
: "${REPLICAS:?must be NAME:PORT or the path of a file}" "${LOOK_EVERY:=1}" "${DIRECTORY:=/run/nginx}"
servers=$DIRECTORY/replicas.conf

found() {
  case $REPLICAS in
  /*) cat "$REPLICAS" ;;
  *) getent ahostsv4 "${REPLICAS%:*}" | cut -d ' ' -f 1 | sort -u | sed "s/\$/:${REPLICAS##*:}/" ;;
  esac
}

# The replicas that are ready for traffic. One that does not answer at all stays as it is, in or out: overload must not
# remove a replica, and nginx detects dead ones by itself.
ready() {
  for server in $(found); do
    # Docker passes its client's proxies on to containers: they are not for neighbours.
    case $(curl --noproxy '*' --silent --output /dev/null --max-time 1 --write-out '%{http_code}' "http://$server/health/ready") in
    200) echo "$server" ;;
    503) ;;
    *) ! grep -qs "server $server " "$servers" || echo "$server" ;;
    esac
  done
}

# Returns whether anything has changed. If none is ready, all of them stay: their own answers tell best what is wrong.
update() {
  now=$(ready)
  sh "$here/replicas.sh" ${now:-$(found)} >"$servers.new"
  ! cmp -s "$servers.new" "$servers" || return 1
  mv "$servers.new" "$servers"
}

watch() {
  while sleep "$LOOK_EVERY" && kill -0 $$; do
    if update; then kill -HUP "$(cat "$DIRECTORY/nginx.pid")" || true; fi
  done
}

sh "$here/render.sh" "$DIRECTORY"
# A directory that was used before may need no change.
update || true
watch &
exec nginx -e stderr -p "$DIRECTORY" -c "$DIRECTORY/nginx.conf" -g 'daemon off;'
