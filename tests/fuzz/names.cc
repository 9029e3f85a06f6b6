#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "event/load.h"
#include "event/opened.h"
#include "printed.h"
#include "render/problems.h"

using namespace backops;
using namespace backops::event;
using backops::event::tests::Opened;

namespace {

constexpr std::array folders{"", "areas/", "activities/", "crew/", "views/", "templates/", "notes/"};
constexpr std::array kinds{files::Kind::file,   files::Kind::file, files::Kind::file,
                           files::Kind::folder, files::Kind::link, files::Kind::other};

bool can_be_a_name(std::string_view name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos;
}

/// Each line is the name of something: its first byte says in which folder, its second what it is.
void place(backops::tests::MemoryTree& tree, std::string_view line) {
    if (line.size() < 3 || !can_be_a_name(line.substr(2))) return;
    const std::string folder = folders[static_cast<unsigned char>(line[0]) % folders.size()];
    if (!folder.empty() && !tree.nodes.contains(folder.substr(0, folder.size() - 1)))
        tree.place(folder.substr(0, folder.size() - 1), files::Kind::folder);
    const std::string path = folder + std::string(line.substr(2));
    if (!tree.nodes.contains(path)) tree.place(path, kinds[static_cast<unsigned char>(line[1]) % kinds.size()]);
}

}  // namespace

/// An event with files of any names: all that is said of them can be printed, in every format.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* begin, std::size_t size) {
    const auto [names, word] = fuzz::parts(fuzz::bytes(begin, size));
    Opened event;
    std::string_view left = names;
    while (!left.empty()) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        place(*event.tree, left.substr(0, end));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    const Loading loading = load(event.directory);
    const render::Checked checked{loading.problems, 0, loading.files};
    fuzz::hold_printable(render::problems_text(checked, false));
    fuzz::hold_printable(render::problems_github(checked));
    for (const std::string& json : {render::problems_json(checked), render::problems_sarif(checked, "1")}) {
        fuzz::hold_printable(json);
        fuzz::hold(nlohmann::json::accept(json), "it is JSON", json);
    }
    for (const Noun noun : folder_nouns) {
        try {
            event.intake.id(noun, word);
        } catch (const text::Failure& failure) {
            fuzz::hold_printable(failure);
        }
    }
    return 0;
}
