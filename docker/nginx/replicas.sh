#!/bin/sh
# The servers of the upstream, one line for each ADDRESS:PORT given.
#
# After one failure a server gets no requests for five seconds, unless it is the only one. Without any server, nginx
# answers with an error itself.
set -eu
for server in "$@"; do echo "server $server max_fails=1 fail_timeout=5s;"; done
[ $# -gt 0 ] || echo 'server unix:/nobody down;'
