#!/bin/sh
# `saywhen extract --ndjson` for machinery that takes any exit code but 0 as a reason to do all of it
# again or to stop. Lines that were bad are no such reason: they are {"id", "error"} in the output.
# Arguments are those of `saywhen extract --ndjson`; SAYWHEN is the program (default: on PATH).
"${SAYWHEN:-saywhen}" extract --ndjson "$@"
code=$?
[ "$code" -ne 1 ] || exit 0
exit "$code"
