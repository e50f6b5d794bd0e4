#compdef entente
# Completion of the commands and options of entente for zsh. It asks the program itself, so that nothing is listed twice:
# `entente --help` for commands, `entente COMMAND --help` for options. tests/cli/completion_test.cpp runs it.

_entente() {
  local -a found
  if (( CURRENT == 2 )); then
    found=(${(f)"$(entente --help 2>/dev/null | awk '
      /^Commands$/ { on = 1; next }
      /^$/ { on = 0 }
      on { name = $1; sub(/^ *[^ ]+ +/, ""); print name ":" $0 }')"})
    _describe -t commands command found
  elif [[ $words[CURRENT-1] == --status ]]; then
    compadd -- happened planned denied hypothetical all
  elif [[ $words[CURRENT-1] == --color ]]; then
    compadd -- auto always never
  elif [[ $words[CURRENT] == -* ]]; then
    found=(${(f)"$(entente $words[2] --help 2>/dev/null | awk '
      /^Options$/ { on = 1; next }
      /^$/ { on = 0 }
      on { sub(/^ +(-., )?/, ""); name = $1; sub(/,$/, "", name); sub(/^.*[^ ]  +/, ""); print name ":" $0 }')"})
    _describe -o -t options option found
  else
    _files
  fi
}

_entente "$@"
