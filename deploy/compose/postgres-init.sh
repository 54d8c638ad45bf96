#!/usr/bin/env bash
# A database per service, owned by a role of the same name that may enter no other. Runs once, on an empty server.
set -euo pipefail

for role in keycloak intake referral deadline notification; do
  psql -v ON_ERROR_STOP=1 -q -U "${POSTGRES_USER:-postgres}" -d postgres \
    -v role="$role" -v password="$(cat "/run/aryz/$role.password")" <<'SQL'
create role :"role" login password :'password';
create database :"role" owner :"role";
revoke all on database :"role" from public;
SQL
done
