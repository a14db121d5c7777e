#!/bin/sh
# Gives a new cluster its queues, once all its nodes have joined, and its users. Runs on a node: setup.sh NODES FOLDER-OF-PASSWORDS
# Keeps what exists, so it may run again, also to change passwords.
set -eu
here=$(dirname "$0")
rabbitmqctl -q await_online_nodes "$1" --timeout 300
rabbitmqctl -q import_definitions "$here/topology.json"
"$here/users.sh" "${2:-}" | rabbitmqctl -q import_definitions
