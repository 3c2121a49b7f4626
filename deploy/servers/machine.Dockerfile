# A stand-in for a server, on which `npm run servers -- test` tries the playbook: Debian 12 with systemd as its first
# process. What the playbook would install from Debian is here already, so that a trial waits for no mirror.
ARG NODE_IMAGE=node:24-bookworm-slim
FROM ${NODE_IMAGE}
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
  ansible-core curl dbus iproute2 nginx-light openssl postgresql python3-apt systemd systemd-sysv >/dev/null
STOPSIGNAL SIGRTMIN+3
# Otherwise systemd could mount the credentials of a unit, but not show them to it.
CMD ["sh", "-c", "mount --make-rshared / && exec /sbin/init"]
