#compdef backops
# Completion of backops in zsh. Everything that is offered comes from `backops completion words`.

_backops() {
    local line text
    local -a before lines described plain
    before=("${(@Q)words[2,CURRENT-1]}")
    before=("${(@)before/#\~\//$HOME/}")
    lines=("${(@f)$(backops completion words -- "${before[@]}" "${(Q)PREFIX}" 2>/dev/null)}")

    # The value alone is completed behind --option=.
    local is_value=
    if [[ $PREFIX == --*=* ]]; then
        is_value=yes
        compset -P '*='
    fi
    for line in "${lines[@]}"; do
        [[ -n $is_value ]] && line=${line#*=}
        text=${line%%$'\t'*}
        case $text in
            '') ;;
            '<file>') _files ;;
            '<directory>') _files -/ ;;
            *)
                if [[ $line == *$'\t'* ]]; then
                    described+=("${text//:/\\:}:${line#*$'\t'}")
                else
                    plain+=("$text")
                fi
                ;;
        esac
    done
    (( $#described )) && _describe backops described
    (( $#plain )) && compadd -a plain
}

# Both as a file on fpath, which is run when it is first needed, and when sourced.
if [[ $funcstack[1] == _backops ]]; then
    _backops "$@"
else
    compdef _backops backops
fi
