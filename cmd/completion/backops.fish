# Completion of backops in fish. Everything that is offered comes from `backops completion words`.

function __backops_candidates
    set -l words (commandline -opc | string replace -r '^~/' "$HOME/")
    set -e words[1]
    set -l typed (commandline -ct)
    set -l plain (string unescape -- $typed; or echo -- $typed)
    set -l before (string match -r -- '^--[^=]*=' $plain)
    set -l path (string replace -r -- '^--[^=]*=' '' $plain)
    for line in (backops completion words -- $words "$plain" 2>/dev/null)
        switch $line
            case '*<file>'
                __fish_complete_path $path '' | string replace -r -- '^' "$before"
            case '*<directory>'
                __fish_complete_directories "$path" '' | string replace -r -- '^' "$before"
            case '*'
                echo $line
        end
    end
end

complete -c backops -f -a '(__backops_candidates)'
