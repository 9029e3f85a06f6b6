# Completion of backops in bash. Everything that is offered comes from `backops completion words`.

_backops() {
    local rest=${COMP_LINE:0:COMP_POINT} word candidate broken i
    local -a words=()
    # Bash breaks words at = and : too. What no blank stands between is one word here.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        if [[ $i -eq 0 || $rest == [[:blank:]]* ]]; then
            rest=${rest#"${rest%%[![:blank:]]*}"}
            words+=("")
        fi
        word=${COMP_WORDS[i]}
        ((i < COMP_CWORD)) || word=$rest
        words[-1]+=$word
        rest=${rest#"$word"}
    done
    local typed=${words[-1]}
    for i in "${!words[@]}"; do
        word=${words[i]//[\"\'\\]/}
        words[i]=${word/#\~\//"$HOME"/}
    done

    # Bash replaces only what is behind the last of its breaks.
    broken=
    if [[ $typed != [\"\']* ]]; then
        for word in = : @; do
            [[ $COMP_WORDBREAKS == *$word* && $typed == *$word* ]] || continue
            word=${typed%"${typed##*$word}"}
            ((${#word} <= ${#broken})) || broken=$word
        done
    fi

    COMPREPLY=()
    while IFS=$'\t' read -r candidate _; do
        case $candidate in
            *'<file>') compopt -o default ;;
            *'<directory>') compopt -o dirnames ;;
            *) COMPREPLY+=("${candidate#"$broken"}") ;;
        esac
    done < <(backops completion words -- "${words[@]:1}" 2>/dev/null)
}

complete -F _backops backops
