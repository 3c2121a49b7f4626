#!/bin/sh
# Writes nginx's configuration into a directory, from the environment. A wrong value ends it with a message.
#
#   sh render.sh DIRECTORY
#   LISTEN               the address of nginx: PORT or ADDRESS:PORT
#   LOAD_BALANCING       round-robin, least-conn, ip-hash or random-two
#   CACHE_TTL            how long answers are cached (10m, 1s); off: not at all
#   CACHE_TTL_NOT_FOUND  how long 404s are cached
#   AUTH_RATE_LIMIT      requests a minute to /auth from one address; 0: no limit
#   TRUST_PROXY          proxies in front of this nginx: addresses, subnets, loopback, linklocal, uniquelocal; false: none
#   ACCESS_LOG           on: a line of JSON for every request; off: none
set -eu
source=$(dirname "$0")
target=$1
: "${LISTEN:=8080}" "${LOAD_BALANCING:=round-robin}" "${CACHE_TTL:=off}" "${CACHE_TTL_NOT_FOUND:=1s}"
: "${AUTH_RATE_LIMIT:=600}" "${TRUST_PROXY:=false}" "${ACCESS_LOG:=off}"

refuse() {
  echo "$1 must be $2, not \"$3\"." >&2
  exit 1
}

# The file that a variable names in a folder.
choice() {
  [ -f "$source/$2/$3.conf" ] || refuse "$1" "one of $(cd "$source/$2" && ls | sed 's/\.conf$//' | paste -s -d ' ' -)" "$3"
  echo "$source/$2/$3.conf"
}

fill() {
  sed -e "s|\${LISTEN}|$LISTEN|" -e "s|\${CACHE_TTL}|$CACHE_TTL|" -e "s|\${CACHE_TTL_NOT_FOUND}|$CACHE_TTL_NOT_FOUND|" \
    -e "s|\${AUTH_RATE_LIMIT}|$limit|" -e "s|\${AUTH_RATE_BURST}|$((limit - 1))|" \
    -e "s|\${AUTH_RATE_SECONDS}|$(((59 + limit) / limit))|" "$1"
}

# Express's names for subnets, as subnets; one per line.
trusted() {
  echo "$TRUST_PROXY" | tr ',' '\n' | tr -d ' ' | sed -e 's|^loopback$|127.0.0.0/8\n::1/128|' \
    -e 's|^linklocal$|169.254.0.0/16\nfe80::/10|' -e 's|^uniquelocal$|10.0.0.0/8\n172.16.0.0/12\n192.168.0.0/16\nfc00::/7|'
}

is_time() { echo "$1" | grep -Eq '^[1-9][0-9]*(ms|s|m|h|d)$'; }
[ "$CACHE_TTL" = off ] || is_time "$CACHE_TTL" || refuse CACHE_TTL 'off or a time such as 10s or 5m' "$CACHE_TTL"
is_time "$CACHE_TTL_NOT_FOUND" || refuse CACHE_TTL_NOT_FOUND 'a time such as 10s or 5m' "$CACHE_TTL_NOT_FOUND"
echo "$AUTH_RATE_LIMIT" | grep -Eq '^(0|[1-9][0-9]{0,6})$' ||
  refuse AUTH_RATE_LIMIT 'a whole number from 0 to 9,999,999' "$AUTH_RATE_LIMIT"

proxies=$([ "$TRUST_PROXY" = false ] || trusted)
! echo "$proxies" | grep -v '^$' | grep -Evq '^[0-9A-Fa-f.:]*[.:][0-9A-Fa-f.:]*(/[0-9]{1,3})?$' ||
  refuse TRUST_PROXY 'false or addresses and subnets such as uniquelocal or 203.0.113.0/24' "$TRUST_PROXY"

cache=on && [ "$CACHE_TTL" != off ] || cache=off
limited=on && [ "$AUTH_RATE_LIMIT" != 0 ] || limited=off
limit=$AUTH_RATE_LIMIT && [ "$limit" != 0 ] || limit=1

balancing=$(choice LOAD_BALANCING balancing "$LOAD_BALANCING")
log=$(choice ACCESS_LOG log "$ACCESS_LOG")

mkdir -p "$target/temp"
fill "$source/nginx.conf" >"$target/nginx.conf"
fill "$source/cache/$cache.conf" >"$target/cache.conf"
fill "$source/rate-limit/$limited.conf" >"$target/rate-limit.conf"
for proxy in $proxies; do echo "set_real_ip_from $proxy;"; done | cat "$source/client-address.conf" - >"$target/client-address.conf"
cp "$balancing" "$target/balancing.conf"
cp "$log" "$target/log.conf"
cp "$source/proxy.conf" "$source/problems.conf" "$source/client-connections.conf" "$target"

# From 1.27.4 on, nginx can reload its configuration without closing connections that clients are about to reuse.
newest=$( (nginx -v 2>&1 | sed 's|.*nginx/||; s|[^0-9.].*||' && echo 1.27.4) | sort -V | tail -1)
[ "$newest" = 1.27.4 ] || echo 'keepalive_min_timeout 10s;' >>"$target/client-connections.conf"
