#!/usr/bin/env bash
# Builds the image from the Dockerfile as it is and starts it as its own user on a read-only file system: serve against the two fakes, a
# rescue, and the image's health check. Needs root, buildah, debootstrap and the network; no container engine. Takes about ten minutes.
#   src/test/container/try.sh [FOLDER]      FOLDER keeps the base system for the next time
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=${1:-$(mktemp -d)}
export BUILDAH_ISOLATION=chroot
image=localhost/lifeline:try
base=localhost/lifeline-base:try

# Both bases of the Dockerfile: Debian with a JDK and Maven.
if [ ! -d "$folder/base/usr" ]; then
  debootstrap --variant=minbase --include=openjdk-17-jdk-headless,maven,ca-certificates bookworm "$folder/base" http://deb.debian.org/debian
fi
container=$(buildah from scratch)
buildah add -q "$container" "$folder/base" /
buildah commit -q "$container" "$base"
buildah rm "$container" >/dev/null

rm -rf "$folder/context"
mkdir "$folder/context"
git archive HEAD | tar -x -C "$folder/context"
buildah bud --volume "$HOME/.m2:/root/.m2" --build-arg BUILD_IMAGE="$base" --build-arg JRE_IMAGE="$base" --tag "$image" "$folder/context"

container=$(buildah from "$image")
root=$(buildah mount "$container")
pids=()
finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait
  buildah umount "$container" >/dev/null
  buildah rm "$container" >/dev/null
}
trap finish EXIT

# What an engine would do: the image read-only, its user, a tmpfs at /tmp, and a volume that takes its owner from the image.
replaced_by_inside() {
  exec unshare --mount sh -c '
    mount --bind "$0" "$0"
    mount -o remount,bind,ro "$0"
    mount -t tmpfs tmpfs "$0/tmp"
    mount --bind "$VOLUME" "$0/home/lifeline/lifeline-data"
    mount -t proc proc "$0/proc"
    exec chroot --userspec=10001:10001 "$0" /bin/sh -c "cd /home/lifeline && exec \"\$@\"" sh "$@"
  ' "$root" "$@"
}
inside() { (replaced_by_inside "$@"); }
export VOLUME=$folder/volume
rm -rf "$VOLUME"
cp -a "$root/home/lifeline/lifeline-data" "$VOLUME"
program=(java -Dfile.encoding=UTF-8 -Dorg.sqlite.lib.path=native -XX:SharedArchiveFile=lifeline.jsa -jar lifeline.jar)

replaced_by_inside "${program[@]}" sandbox slack --port 18081 & pids+=($!)
replaced_by_inside "${program[@]}" sandbox classic --port 18082 --speed 120 & pids+=($!)
for port in 18081 18082; do
  until curl -s -o /dev/null "http://127.0.0.1:$port/"; do sleep 0.5; done
done
export LIFELINE_HTTP_HOST=0.0.0.0 LIFELINE_HTTP_PORT=18083 \
  SLACK_API_URL=http://127.0.0.1:18081/api/ SL_ENDPOINT_URL=http://127.0.0.1:18082/rest/v3.1/ \
  SLACK_BOT_TOKEN=xoxb-sandbox-lifeline-bot-token SLACK_APP_TOKEN=xapp-sandbox-lifeline-app-token \
  SL_USERNAME=lifeline SL_API_KEY=sandbox-lifeline-api-key
# The default command of the image.
replaced_by_inside "${program[@]}" serve & pids+=($!)
for _ in $(seq 120); do
  inside java -Xmx64m -jar lifeline.jar health >/dev/null 2>&1 && break
  sleep 0.5
done
inside java -Xmx64m -jar lifeline.jar health

act() { curl -sf -X POST "http://127.0.0.1:18081/sandbox/act" -d "{\"person\":\"asha\",\"channel\":\"incident-42\",$1}" >/dev/null; }
sees() { curl -sf "http://127.0.0.1:18081/sandbox/sees?person=asha&channel=incident-42"; }
await() {
  for _ in $(seq 240); do sees | grep -q "$1" && return 0; sleep 0.5; done
  echo "not seen: $1" >&2
  return 1
}
act '"types":"/rescue web-07"'
await 'Yes, boot into rescue'
act '"presses":"Yes, boot into rescue"'
await 'is in the rescue kernel'
inside java -Xmx64m -jar lifeline.jar audit verify
echo "The image runs as its own user on a read-only file system, and rescued web-07."
