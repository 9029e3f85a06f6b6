#include <cstdio>
#include <system_error>

#include "cmd/candidates.h"
#include "cmd/completion_scripts.h"
#include "cmd/nouns.h"
#include "cmd/session.h"
#include "event/noun.h"
#include "files/disk.h"
#include "text/failure.h"
#include "text/id.h"

namespace backops::cmd {
namespace {

// From the names of files alone: nothing is locked, recovered or read while somebody types.
std::vector<std::string> stems(const std::string& root, const std::string& folder, std::string_view ending) {
    std::vector<std::string> found;
    for (const files::Entry& entry : files::open_disk(root)->list(folder)) {
        std::string stem = entry.name.substr(0, entry.name.find('.'));
        const bool is_one = entry.kind == files::Kind::file && entry.name.ends_with(ending) && text::is_id(stem);
        if (is_one && (found.empty() || found.back() != stem)) found.push_back(std::move(stem));
    }
    return found;
}

// An event that is not there or cannot be listed has no names: a shell that asks must not be answered with an error.
std::vector<std::string> live_names(std::string_view kind, const std::string& directory) {
    try {
        Arguments place;
        if (!directory.empty()) place.put("-C", directory);
        const std::string root = Session(place).root();
        if (kind == "template") return stems(root, "templates", ".mustache");
        for (const event::Noun noun : event::folder_nouns)
            if (event::command(noun) == kind) return stems(root, std::string(event::folder(noun)), ".yaml");
    } catch (const text::Failure&) {
    } catch (const std::system_error&) {
    }
    return {};
}

int print_words(Session& session, const Arguments& arguments) {
    std::string lines;
    for (const Candidate& candidate : candidates(arguments.words, live_names))
        lines += candidate.text + (candidate.says.empty() ? "" : "\t" + candidate.says) + "\n";
    session.out(lines);
    return 0;
}

template <const std::string_view& script>
int print_script(Session& session, const Arguments&) {
    session.out(script);
    return 0;
}

}  // namespace

Noun completion_noun() {
    return {"completion",
            "completes what is typed in a shell, ids of the event too",
            {{"bash", "Prints what bash needs: source <(backops completion bash)", {}, {}, print_script<bash_script>},
             {"zsh", "Prints what zsh needs, for a file _backops on its fpath", {}, {}, print_script<zsh_script>},
             {"fish", "Prints what fish needs: backops completion fish | source", {}, {}, print_script<fish_script>},
             {"words",
              "Prints what may stand in place of the last word of a command\n\n"
              "For the scripts, and for other shells. Behind -- the words that were typed after backops, the last of "
              "them perhaps\nempty. Each line has a word and, behind a tab, what it is; <file> and <directory> are for "
              "the shell to complete.",
              {"-- WORD…", 0, 100'000},
              {},
              print_words}}};
}

}  // namespace backops::cmd
