# Completion of the commands, options and words of entente for bash.
# tests/cli/manual_test.cpp compares it with what --help tells.

_entente()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local commands="build remove stats find show about met between common path timeline top query search shell why entities events facts
        articles dyads same differ rename reject ledger undo diff render report export import verify check demo help"
    local common="--help --quiet --color"
    local filters="--type --relation --since --until --status --min-sources"
    local options words

    COMPREPLY=()
    if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=($(compgen -W "$commands --help --version" -- "$current"))
        return
    fi
    case ${COMP_WORDS[1]} in
        build) options="--output --jobs" ;;
        find) options="$filters --format --similar" ;;
        dyads) options="$filters --format --cypher --by" ;;
        same | differ | rename | reject) options="--reason" ;;
        diff) options="--format" ;;
        stats | why | entities | events | facts) options="$filters --format" ;;
        met | timeline) options="$filters --format --cypher" ;;
        show | about | between | common) options="$filters --format --cypher --as-of" ;;
        path) options="$filters --format --cypher --as-of --via --not --max --all --k --weighted --in-time-order" ;;
        top) options="$filters --format --cypher --limit" ;;
        articles | ledger | shell) options="--format" ;;
        query) options="--format --parameter --dry-run --reason" ;;
        search) options="--format --limit --since --until" ;;
        render) options="$filters --output --format --about --hops --path --query --parameter --top --title --view --theme --lang --seed --force" ;;
        report) options="$filters --output --about --hops --top --title --seed" ;;
        export) options="$filters --output --format --aggregate --mixed --strip-emoji --excel-safe" ;;
        import) options="--output" ;;
        demo) options="" ;;
        check) options="--stage --tree" ;;
        help) options="" ;;
    esac
    case $previous in
        --color) words="auto always never" ;;
        --stage) words="tokenize split words times tag guess names groups parse dates entities roles phrases facts" ;;
        --aggregate) words="pair" ;;
        --view) words="network timeline communities" ;;
        --theme) words="light dark print" ;;
        --lang) words="source plain" ;;
        --by) words="category relation pair" ;;
        --status) words="happened planned denied hypothetical all" ;;
        --type) words="person party organization initiative country place event agreement award group" ;;
        --format)
            case ${COMP_WORDS[1]} in
                render) words="svg png pdf dot" ;;
                export)
                    words="gexf graphml csv jsonl json graphology cytoscape neo4j cypher ftm turtle jsonld
                        obsidian dossier plover"
                    ;;
                *) words="table json jsonl csv tsv md" ;;
            esac
            ;;
        *)
            if [[ ${COMP_WORDS[1]} == help ]]; then
                words=$commands
            elif [[ ${COMP_WORDS[1]} == top && $COMP_CWORD -eq 3 && $current != -* ]]; then
                words="degree pagerank betweenness"
            elif [[ $current == -* ]]; then
                words="$options $common"
            else
                COMPREPLY=($(compgen -f -- "$current"))
                compopt -o filenames
                return
            fi
            ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}

complete -F _entente entente
