# What every history begins with: words for what people do, and a repository with an empty commit.
put() { mkdir -p "$(dirname "$1")"; printf '%s\n' "${2-# changed}" > "$1"; }
stack() { put "$1/stack.tm" "stack {
${2-}
}"; }
save() { git add -A; git commit -q --allow-empty -m work; }
pushed() { git update-ref refs/remotes/origin/main "${1-HEAD}"; }
branched() { save; pushed; git checkout -q -b work; }
module() { put "$1" "module \"$(basename "$2")\" {
  source = \"$2\"
}"; }
trigger() { put "$1" "trigger {
  ctime  = 1700000000
  reason = \"because\"
  $2
}"; }
git init -q -b main .
git commit -q --allow-empty -m begin
