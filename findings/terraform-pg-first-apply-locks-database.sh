#!/usr/bin/env bash
# Terraform 1.11.4, backend `pg`: while a state is written for the first time, no other state of the same database can be locked,
# also in another schema, and also one that is there already. The lock of creation is taken when the first apply begins, and held
# until it ends; its number, -1, is the same for all schemas. With -lock-timeout the others ask again after 1, 2, 4 … 16 seconds,
# so several runners take longer for a first deployment than one.
# Needs Terraform, and Debian's postgresql; as root, also its user postgres.
# Seen: "Cannot lock workspace; already locked for workspace creation: default"
set -euo pipefail
folder=$(mktemp -d)
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
as_postgres() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }
trap 'as_postgres "$bin/pg_ctl" -D "$folder/data" -m immediate stop > /dev/null 2>&1 || true; rm -rf "$folder"' EXIT
mkdir "$folder/data" "$folder/socket"
[ "$(id -u)" != 0 ] || { chmod 755 "$folder"; chown postgres "$folder/data" "$folder/socket"; }
as_postgres "$bin/initdb" --auth=trust --username=runner --no-sync -D "$folder/data" > "$folder/init.log"
# On a socket of its own only: no port is taken.
as_postgres "$bin/pg_ctl" -D "$folder/data" -o "-c listen_addresses='' -c unix_socket_directories=$folder/socket" -l "$folder/data/log" -w start > "$folder/start.log"

# A stack with a schema of its own, whose apply takes some seconds.
stack() {
  mkdir -p "$folder/$1"
  cat > "$folder/$1/main.tf" << HCL
terraform {
  backend "pg" {
    conn_str    = "postgres:///postgres?host=$folder/socket&user=runner&sslmode=disable"
    schema_name = "$1"
  }
}
resource "terraform_data" "slow" {
  input = "$2"
  provisioner "local-exec" { command = "sleep $3" }
}
HCL
  (cd "$folder/$1" && terraform init -input=false > init.log)
}
apply() { (cd "$folder/$1" && terraform apply -auto-approve -input=false -no-color -lock-timeout=0s); }

stack existing one 0
apply existing > "$folder/existing.log"
stack new one 10
stack other one 0
apply new > "$folder/new.log" &
until grep -q 'Creating...' "$folder/new.log"; do sleep 0.1; done

expected="already locked for workspace creation"
for name in other existing; do
  if apply "$name" > "$folder/out.log" 2>&1; then echo "changed: the state of $name can be locked"; exit 1; fi
  grep -qi "$expected" "$folder/out.log" || { echo "changed: the error of $name"; cat "$folder/out.log"; exit 1; }
done
wait
# Once all of them are there, they are locked on their own.
apply other > "$folder/other.log"
sed -i 's/"one"/"two"/' "$folder"/*/main.tf
(cd "$folder/new" && terraform apply -auto-approve -input=false -no-color -replace=terraform_data.slow) > "$folder/new.log" &
until grep -q 'Creating...' "$folder/new.log"; do sleep 0.1; done
apply existing > "$folder/existing.log" || { echo 'changed: states that are there lock each other'; exit 1; }
wait
echo 'as described'
