#!/usr/bin/env bash
# Installs what the tests need (where it may), builds with warnings as errors, runs every test.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only when tests ran and none failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

passed=0 failed=0 skipped=0
finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  exit "$1"
}

has() { command -v "$1" >/dev/null 2>&1; }
has_browser() { has chromium || has chromium-browser || has google-chrome; }
has_chinese_font() { has fc-list && [ -n "$(fc-list :lang=zh family 2>/dev/null | head -n 1)" ]; }

log=$(mktemp) apt_log=$(mktemp) results=$(mktemp -d)
trap 'rm -rf "$log" "$apt_log" "$results"' EXIT

# Debian packages for what is missing: the browser tests need a browser and a font that has Chinese, reading PDF needs pdftotext.
missing=()
has_browser || missing+=(chromium)
has_chinese_font || missing+=(fontconfig fonts-wqy-zenhei)
has pdftotext || missing+=(poppler-utils)

# One after the other, so that one that can't be had doesn't take the others with it. What fails is said, and never ends the run.
install() {
  echo "Installing $1 ..."
  timeout 300 apt-get install -y -qq --no-install-recommends "$1" >"$apt_log" 2>&1 </dev/null && return
  echo "Could not install $1; the tests that need it are skipped. apt-get said:"
  tail -n 5 "$apt_log" | sed 's/^/  /'
}

if [ ${#missing[@]} -gt 0 ]; then
  if has apt-get && [ "$(id -u)" = 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    timeout 120 apt-get update -qq >"$apt_log" 2>&1 </dev/null || echo "apt-get update failed; going on with the lists there are."
    for package in "${missing[@]}"; do install "$package"; done
  else
    echo "Missing: ${missing[*]} (needs apt-get and root to install): the tests that need them are skipped."
  fi
fi

if ! has dotnet; then
  echo "The .NET SDK is missing: https://dotnet.microsoft.com/download (version in global.json)"
  finish 1
fi

if ! dotnet build Bot.sln --nologo -v q -warnaserror </dev/null; then
  echo "The build failed: no test ran."
  finish 1
fi

# A project in which no test ends for ten minutes is ended, and the test that hangs is named. timeout ends what even that doesn't,
# and gives the tests an interrupt they can send where whoever started this had it ignored (&, nohup).
timeout --foreground 3000 dotnet test Bot.sln --no-build --nologo \
  --blame-hang-timeout 10m --blame-hang-dump-type none --results-directory "$results" "$@" </dev/null 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

# One summary line per project: "Passed!  - Failed:     0, Passed:    83, Skipped:     3, Total:    86, ..."
counts() { sed -nE "s/^(Passed|Failed|Skipped)! .*[ -]$1: +([0-9]+),.*/\2/p" "$log" | awk '{ sum += $1 } END { print sum + 0 }'; }
passed=$(counts Passed) failed=$(counts Failed) skipped=$(counts Skipped)

if [ $((passed + failed)) -eq 0 ]; then
  echo "No test ran."
  finish 1
fi
[ "$status" -eq 0 ] && [ "$failed" -eq 0 ]
finish $?
