# Completion of the commands and options of entente for fish. It asks the program itself, so that nothing is listed twice:
# `entente --help` for commands, `entente COMMAND --help` for options. tests/cli/completion_test.cpp runs it.

function __entente_commands
    entente --help 2>/dev/null | awk '
        /^Commands$/ { on = 1; next }
        /^$/ { on = 0 }
        on { name = $1; sub(/^ *[^ ]+ +/, ""); print name "\t" $0 }'
end

function __entente_options
    string match --quiet -- '-*' (commandline --current-token); or return
    set --local words (commandline --tokenize --current-process --cut-at-cursor)
    entente $words[2] --help 2>/dev/null | awk '
        /^Options$/ { on = 1; next }
        /^$/ { on = 0 }
        on { sub(/^ +(-., )?/, ""); name = $1; sub(/,$/, "", name); sub(/^.*[^ ]  +/, ""); print name "\t" $0 }'
end

function __entente_after
    set --local words (commandline --tokenize --current-process --cut-at-cursor)
    test "$words[-1]" = "$argv[1]"
end

complete --command entente --condition __fish_use_subcommand --no-files --arguments '(__entente_commands)'
complete --command entente --condition 'not __fish_use_subcommand' --arguments '(__entente_options)'
complete --command entente --condition '__entente_after --status' --no-files \
    --arguments 'happened planned denied hypothetical all'
complete --command entente --condition '__entente_after --color' --no-files --arguments 'auto always never'
