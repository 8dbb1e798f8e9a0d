#!/usr/bin/env bash
# Runs the journeys in a real browser against the built binary: its demo, on a
# database of its own, stopped at a day in the middle of the story.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${BASE_URL:-}" ]; then
  binary=${BINARY:-$PWD/../bin/opfyldt}
  folder=$(mktemp -d)
  "$binary" demo --until 2014-10-02 --listen 127.0.0.1:0 --data "$folder/data" >"$folder/out" 2>&1 &
  server=$!
  stop() {
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    rm -rf "$folder"
  }
  trap stop EXIT
  for _ in $(seq 1 240); do
    BASE_URL=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' "$folder/out" | head -1 || true)
    [ -n "$BASE_URL" ] && break
    kill -0 "$server" 2>/dev/null || { cat "$folder/out"; exit 1; }
    sleep 0.25
  done
  [ -n "$BASE_URL" ] || { echo "the demo did not start within a minute"; cat "$folder/out"; exit 1; }
  export BASE_URL
fi

CHROMIUM_PATH=${CHROMIUM_PATH:-$(command -v chromium)} npx playwright test "$@"
