#!/bin/sh
# Runs nginx in front of the replicas that there are, and takes note of those that come and go: nobody edits a file.
#
#   sh start.sh
#   REPLICAS   NAME:PORT, looked up in DNS; or the path of a file that has an ADDRESS:PORT in every line
#   LOOK_EVERY seconds between two looks; 1
#   DIRECTORY  where the configuration and the cache are kept; /run/nginx
# and what render.sh reads.
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

# Those that are ready to take traffic. One that does not answer at all stays where it is, in or out: overload must not
# take a replica away from the others, and nginx sees by itself who is dead.
ready() {
  for server in $(found); do
    # Docker hands its client's proxies on to containers: they are not for neighbours.
    case $(curl --noproxy '*' --silent --output /dev/null --max-time 1 --write-out '%{http_code}' "http://$server/health/ready") in
    200) echo "$server" ;;
    503) ;;
    *) ! grep -qs "server $server " "$servers" || echo "$server" ;;
    esac
  done
}

# Says whether anything has changed. Where none is ready, all of them are asked: they know best what is the matter.
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
# In a directory that was used before there may be nothing to change.
update || true
watch &
exec nginx -e stderr -p "$DIRECTORY" -c "$DIRECTORY/nginx.conf" -g 'daemon off;'
