# Runs in a network of its own: the server listens everywhere, and always on this port.
# $1 the server, $2 the launcher of drift, $3 a folder with a tool that hangs, $4 a folder for answers. Started in the repository.
set -u
server=$1 drift=$2 hanging=$3 answers=$4
organization=deadbeef-dead-dead-dead-deaddeadbeef
ip link set lo up
"$server" "$answers/organization.json" > "$answers/server.log" 2>&1 &

ask() {
  exec 3<> /dev/tcp/127.0.0.1/3001
  printf 'GET %s HTTP/1.0\r\nUser-Agent: terramate/v0.17.2\r\n\r\n' "$1" >&3
  sed '1,/^\r$/d' <&3
  exec 3>&-
}

drifts() {
  ask "/v2/drifts/$organization"
}

hang() {
  PATH="$hanging:$PATH" "$drift" detect --quiet > /dev/null 2> "$answers/hanging.err" &
  hung=$!
  until [ "$(drifts | grep -o '"status":"running"' | wc -l)" = 4 ]; do sleep 0.2; done
}

until (exec 3<> /dev/tcp/127.0.0.1/3001) 2> /dev/null; do sleep 0.1; done

"$drift" detect --format json > "$answers/report.json" 2> "$answers/detect.err"
echo $? > "$answers/detect.exit"
drifts > "$answers/drifts.json"
for drift_run in $(grep -o '"uuid":"[^"]*"' "$answers/drifts.json" | cut -d '"' -f 4); do
  ask "/v2/drifts/$organization/$drift_run/logs" >> "$answers/logs"
done
(cd stacks/page && terramate cloud drift show > "$answers/shown" 2> "$answers/shown.err")
"$drift" list --status drifted > "$answers/listed" 2> "$answers/listed.err"

hang
kill "$hung"
wait "$hung"
echo $? > "$answers/terminated.exit"
drifts > "$answers/terminated.json"

hang
kill -9 "$hung"
wait "$hung" 2> /dev/null
drifts > "$answers/killed.json"
"$drift" detect --quiet > /dev/null 2>&1
drifts > "$answers/recovered.json"
