#include <array>
#include <optional>
#include <string>

#include "files/hash.h"
#include "files/manifest.h"
#include "files/memory_disk.h"
#include "files/path.h"
#include "files/store.h"
#include "printed.h"

using namespace backops;
using namespace backops::files;

namespace {

using Files = std::map<std::string, std::string>;

constexpr std::array texts{"", "name: A\n", "name: B\n", "name: C\n", "not ours"};
constexpr std::array paths{
    "event.yaml",     "areas/hall.yaml", "areas/tent.yaml", "crew/maya.yaml", "templates/call.html.mustache",
    "tasks/one.yaml", "Makefile",        "areas/notes.txt", "areas/.x.yaml",  "scripts/deploy.sh"};

/// Choices made by bytes; none left: always the first.
class Choices {
  public:
    explicit Choices(std::string_view bytes) : bytes_(bytes) {}

    std::size_t of(std::size_t count) {
        if (bytes_.empty()) return 0;
        const auto chosen = static_cast<unsigned char>(bytes_.front());
        bytes_.remove_prefix(1);
        return chosen % count;
    }
    /// A file's text or, as often as any of them, no file.
    std::optional<std::string> text() {
        const std::size_t chosen = of(texts.size() + 1);
        return chosen == texts.size() ? std::nullopt : std::optional<std::string>(texts[chosen]);
    }

  private:
    std::string_view bytes_;
};

struct Made {
    backops::tests::Tree tree = backops::tests::memory_tree();
    std::vector<Step> steps;
};

std::optional<Hash> hash_of(const std::optional<std::string>& text) {
    return text ? std::optional(content_hash(*text)) : std::nullopt;
}

/// Any files with the record of any change of them, as a clone, a copy or an interrupted command may bring it.
Made made_of(std::string_view typed_path, Choices& choices) {
    Made made;
    for (const char* path : paths)
        if (const auto text = choices.text()) made.tree->write(path, *text);
    auto number = to_text(Hash{1, 2});
    if (choices.of(4) > 0) made.tree->own_changes.insert(number);
    const std::size_t count = choices.of(5);
    for (std::size_t i = 1; i <= count; ++i) {
        const std::size_t chosen = choices.of(paths.size() + 1);
        const std::string path = chosen == paths.size() ? std::string(typed_path) : paths[chosen];
        made.steps.push_back({path, hash_of(choices.text()), hash_of(choices.text()), 1 + choices.of(6)});
        // Most records are right: their numbers differ, and their files are as they were.
        if (choices.of(4) > 0) made.steps.back().staged = i;
        if (choices.of(2) > 0 && is_writable_path(path)) made.steps.back().before = hash_of(choices.text());
    }
    const std::string folder = choices.of(6) == 5 ? staging_folder : commit_folder;
    std::string manifest = manifest_text({number, made.steps});
    if (choices.of(6) == 5) manifest.resize(manifest.size() - choices.of(manifest.size()));
    if (choices.of(6) < 5) made.tree->write(join(folder, manifest_name), manifest);
    for (std::size_t i = 1; i <= 6; ++i) {
        const auto text = choices.text();
        if (!text) continue;
        const std::string path = join(folder, std::to_string(i));
        constexpr std::array kinds{Kind::file, Kind::file, Kind::file, Kind::folder, Kind::link};
        const Kind kind = kinds[choices.of(kinds.size())];
        kind == Kind::file ? made.tree->write(path, *text) : made.tree->place(path, kind);
    }
    if (made.tree->nodes.contains(folder) && choices.of(8) == 7) made.tree->nodes[folder].owner = 4711;
    made.tree->exchange_error = choices.of(4) == 3 ? 22 : 0;
    return made;
}

void open(const backops::tests::Tree& tree, Access access) {
    try {
        const Store store = Store::open(backops::tests::open_memory(tree), access);
        for (const std::string& notice : store.notices()) fuzz::hold_printable(notice);
    } catch (const text::Failure& failure) {
        fuzz::hold_printable(failure);
    }
}

std::optional<Hash> hash_at(const Files& files, const std::string& path) {
    const auto found = files.find(path);
    return found == files.end() ? std::nullopt : std::optional(content_hash(found->second));
}

/// Either nothing was written, or the whole change of this user was made, and nothing else.
void hold_whole(const Made& made, const Files& before, const Files& after) {
    if (after == before) return;
    Files rest = after;
    for (const Step& step : made.steps) {
        fuzz::hold(is_writable_path(step.path), "only records and templates are written", step.path);
        fuzz::hold(hash_at(after, step.path) == step.after, "a change is made as a whole", step.path);
        const auto was = before.find(step.path);
        rest.erase(step.path);
        if (was != before.end()) rest[step.path] = was->second;
    }
    fuzz::hold(rest == before, "nothing else is written");
}

}  // namespace

/// A path that a record names and, behind a NUL, the choices of which files there are and which change is recorded.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* begin, std::size_t size) {
    const auto [path, bytes] = fuzz::parts(fuzz::bytes(begin, size));
    Choices choices(bytes);
    const Made made = made_of(path, choices);
    const bool is_known = !made.tree->own_changes.empty();
    const bool is_own = !made.tree->nodes.contains(commit_folder) || made.tree->nodes[commit_folder].owner == 0;
    const Files before = made.tree->files();
    const auto read = made.tree->copy(), written = made.tree->copy();
    read->exchange_error = written->exchange_error = made.tree->exchange_error;
    open(read, Access::read);
    hold_whole(made, before, read->files());
    open(written, Access::write);
    hold_whole(made, before, written->files());
    if (!is_known || !is_own) fuzz::hold(written->files() == before, "a stranger's change is never made");
    const Files after = written->files();
    open(written, Access::write);
    fuzz::hold(written->files() == after, "the next command writes nothing more");
    return 0;
}
