#!/usr/bin/env bash
# A database per service, with three roles that may enter no other: the owner, who migrates, the service itself, named like
# the database, and one that only reads. Keycloak owns its database. Runs once, on an empty server.
set -euo pipefail

sql() { psql -v ON_ERROR_STOP=1 -q -U "${POSTGRES_USER:-postgres}" "$@"; }
create_role() {
  sql -d postgres -v role="$1" -v password="$(cat "/run/aryz/$1.password")" <<<"create role :\"role\" login password :'password'"
}
create_database() {
  sql -d postgres -v name="$1" -v owner="$2" <<'SQL'
create database :"name" owner :"owner";
revoke all on database :"name" from public;
SQL
}

create_role keycloak
create_database keycloak keycloak

for service in intake referral deadline notification; do
  create_role "${service}_owner"
  create_role "$service"
  create_role "${service}_reader"
  create_database "$service" "${service}_owner"
  sql -d "$service" -v service="$service" -v owner="${service}_owner" -v reader="${service}_reader" <<'SQL'
alter role :"service" set search_path = public;
grant connect on database :"service" to :"service", :"reader";
alter default privileges for role :"owner" grant usage on schemas to :"service", :"reader";
alter default privileges for role :"owner" grant select, insert, update, delete on tables to :"service";
alter default privileges for role :"owner" grant select on tables to :"reader";
alter default privileges for role :"owner" grant usage on sequences to :"service";
SQL
done
