#!/bin/sh
# Prints a user for each service, with the least rights, for: users.sh FOLDER | rabbitmqctl import_definitions
# The password of intake is the content of FOLDER/intake, or the variable RABBITMQ_PASSWORD_INTAKE where there is no such file.
# Gives existing users the new password and their rights again.
set -eu
folder=${1:-}

password() { # service
    if [ -n "$folder" ] && [ -f "$folder/$1" ]; then
        given=$(cat "$folder/$1")
    else
        eval "given=\${RABBITMQ_PASSWORD_$(printf %s "$1" | tr a-z A-Z):-}"
    fi
    case $given in
        '') echo "There is no password for $1." >&2; exit 1 ;;
        *[!A-Za-z0-9_.~+/=-]*) echo "The password for $1 may have letters, digits and _.~+/=- only." >&2; exit 1 ;;
    esac
}

users='' permissions=''
while read -r service sources; do
    password "$service"
    configure="^$service\\\\."
    write="^($service\\\\.|($sources)\\\\.replay\$)"
    read="^($service\\\\.|($sources)\\\\.(log|answers\\\\.$service)\$)"
    if [ "$service" = portal ]; then
        # Its operators look at the dead letters of all, lay them back, and send them again to the queues from which they came.
        write="^(portal\\\\.|[a-z]+\\\\.(follows\\\\.[a-z]+|replay)(_error|_skipped)?\$)"
        read="^(portal\\\\.|[a-z]+\\\\.(follows\\\\.[a-z]+|replay)_(error|skipped)\$)"
    fi
    users="$users${users:+,}{\"name\":\"$service\",\"password\":\"$given\",\"tags\":\"\"}"
    permissions="$permissions${permissions:+,}{\"user\":\"$service\",\"vhost\":\"logistics\",\"configure\":\"$configure\",\"write\":\"$write\",\"read\":\"$read\"}"
done <<FOLLOWED
intake shipment|distribution
shipment intake
distribution shipment
tracking intake|shipment|distribution
portal
FOLLOWED
printf '{"users":[%s],"permissions":[%s]}\n' "$users" "$permissions"
