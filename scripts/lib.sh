# shellcheck shell=bash
# What the scripts share: where things are, how progress and failures are told, how to run things
# with their output in a log. Sourced, never run.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Compilers and sources that are too new for Debian 12. Ignored by git; may stand anywhere, so that
# several clones can share one.
toolchain=${SAYWHEN_TOOLCHAIN:-$root/.toolchain}
case $toolchain in /*) ;; *) toolchain=$PWD/$toolchain ;; esac
export SAYWHEN_TOOLCHAIN=$toolchain
jobs=$(nproc 2>/dev/null || echo 2)
# shellcheck disable=SC2034 # used by the scripts that source this
script=${0##*/}

say() { printf '== %s\n' "$*"; }

# The one line that a failed script ends with: what happened and what to do about it.
die() {
  printf '%s: %s\n' "$script" "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# logged NAME HINT COMMAND…: runs COMMAND with its output in a log file. A long one shows every 15
# seconds that it is alive. When it fails, the end of its log and then HINT are printed.
logged() {
  local name=$1 hint=$2 log start pid status=0 beat
  shift 2
  mkdir -p "$toolchain/log"
  log=$toolchain/log/${name//[^a-zA-Z0-9]/-}.log
  start=$SECONDS
  say "$name"
  "$@" >"$log" 2>&1 &
  pid=$!
  # The heartbeat must not keep our standard output open after us, or a pipe to `tail` would wait
  # for its last sleep.
  (
    while sleep 15 >/dev/null 2>&1 && kill -0 "$pid" 2>/dev/null; do
      printf '   … %s: %d s; %s\n' "$name" "$((SECONDS - start))" \
        "$(tail -n 1 "$log" 2>/dev/null | tr -d '\r' | cut -c 1-100)"
    done
  ) 2>/dev/null &
  beat=$!
  wait "$pid" || status=$?
  # The heartbeat's sleep is its child, in the same process group as we are: end that one first.
  pkill -P "$beat" 2>/dev/null || true
  kill "$beat" 2>/dev/null || true
  wait "$beat" 2>/dev/null || true
  if ((status != 0)); then
    tail -n 25 "$log" >&2
    die "$name failed: $hint (whole log: $log)"
  fi
}

# What scripts/setup wrote: paths of emcc and its configuration, ImGui, headers for wasm builds.
load_toolchain() {
  [[ -r $toolchain/env.sh ]] || die "no toolchain in $toolchain: run scripts/setup first"
  # shellcheck source=/dev/null
  . "$toolchain/env.sh"
}

# Prints what kind of result a preset has; nothing if there is no such preset.
preset_kind() {
  case $1 in
    debug | release | asan) echo native ;;
    web | web-debug) echo wasm ;;
  esac
}

# Value of a variable in a configured tree's cache.
cached() { sed -n "s/^$2:[A-Z]*=//p" "$root/build/$1/CMakeCache.txt" 2>/dev/null || true; }

# Runs cmake where that is needed. A tree whose sources or compiler stand elsewhere by now (a moved
# clone, another toolchain) is made anew: cmake would go on with the old ones.
configure() {
  local preset=$1 tree=$root/build/$1
  if [[ -f $tree/CMakeCache.txt ]]; then
    if [[ $(cached "$preset" CMAKE_HOME_DIRECTORY) != "$root" ||
      $(cached "$preset" SAYWHEN_TOOLCHAIN_DIR) != "$toolchain" ||
      $(cached "$preset" SAYWHEN_IMGUI_DIR) != "$SAYWHEN_IMGUI_DIR" ]]; then
      rm -rf "$tree"
    elif [[ $(preset_kind "$preset") == wasm && -f $tree/.configured ]] &&
      [[ $toolchain/stamps/libraries -nt $tree/.configured ]]; then
      rm -rf "$tree"
    fi
  fi
  # Other changes to CMake's files ninja sees by itself.
  [[ ! -f $tree/build.ninja || $root/CMakePresets.json -nt $tree/.configured ]] || return 0
  (cd "$root" && cmake --preset "$preset") && touch "$tree/.configured"
}

# The widget's page is more than its wasm: web/build.mjs bundles the rest into build/web/dist/.
compile() {
  local preset=$1
  configure "$preset" || return 1
  cmake --build "$root/build/$preset" --parallel "$jobs" || return 1
  if [[ $preset == web && -f $root/web/build.mjs ]]; then
    (cd "$root" && node web/build.mjs) || return 1
  fi
}

build_preset() {
  logged "build $1" 'the compiler says above what to correct' compile "$1"
}
