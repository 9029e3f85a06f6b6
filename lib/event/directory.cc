#include "event/directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "event/conflict_copy.h"
#include "event/index.h"
#include "event/node_values.h"
#include "event/read.h"
#include "event/values.h"
#include "files/kept_file.h"
#include "files/trouble.h"
#include "text/failure.h"
#include "text/id.h"
#include "text/near_miss.h"
#include "text/wording.h"
#include "time/zone.h"

namespace backops::event {
namespace {

text::Problem whole_file(const std::string& path, std::string rule, std::string message,
                         std::vector<std::string> hints = {}) {
    return {text::Severity::error, std::move(rule), std::move(message), text::place_of(path), {}, std::move(hints)};
}

std::string reason(const std::error_code& code) {
    if (code == std::errc::file_too_large) return "this file is larger than 1 MiB";
    if (code == std::errc::permission_denied) return "this file cannot be read: permission denied";
    if (code == std::errc::too_many_symbolic_link_levels) return "this is a symbolic link, and records are files";
    if (code == std::errc::invalid_argument) return "this is no regular file";
    return fmt::format("this file cannot be read: {}", files::reason(code));
}

// The line of a record's name, as it is written.
std::optional<std::string> name_line(const files::Store& store, const std::string& path) {
    try {
        const std::string text = "\n" + store.read(path).value_or("");
        const std::size_t begin = text.find("\nname:");
        if (begin == std::string::npos) return std::nullopt;
        return text.substr(begin, text.find_first_of("\r\n", begin + 1) - begin);
    } catch (const std::system_error&) {
        return std::nullopt;
    }
}

// The files of a folder of records.
struct Beside {
    const files::Store& store;
    Noun noun;
    std::span<const files::Entry> all;

    bool has(const std::string& id) const {
        return std::ranges::binary_search(all, id + ".yaml", {}, &files::Entry::name);
    }

    std::optional<std::string> copied_by(const std::string& name, const std::string& stem) const {
        return copied_record(stem, {[&](const std::string& id) { return has(id); },
                                    [&](const std::string& id) {
                                        const auto its = name_line(store, path_of(noun, id));
                                        return its && its == name_line(store, fmt::format("{}/{}", folder(noun), name));
                                    }});
    }
};

// What to do with a file that is meant as a record, or was made from one.
std::vector<std::string> ways_out(const Beside& beside, const std::string& stem) {
    const std::string meant = text::is_id(stem) ? stem : text::id_from(stem);
    if (beside.has(meant)) return {fmt::format("`{}.yaml` is there too: delete one of the two", meant)};
    if (meant.empty()) return {fmt::format("rename it, such as to `{}-1.yaml`", command(beside.noun))};
    return {fmt::format("rename it to `{}.yaml`", meant)};
}

std::optional<text::Problem> wrong_entry(const Beside& beside, const files::Entry& entry) {
    const Noun noun = beside.noun;
    const std::string path = fmt::format("{}/{}", folder(noun), entry.name);
    if (entry.kind == files::Kind::folder)
        return whole_file(path, "stray-file", "a folder stands among the records",
                          {fmt::format("move it out of `{}`", folder(noun))});
    const bool yml = entry.name.ends_with(".yml");
    const bool yaml = entry.name.ends_with(".yaml");
    if (!yml && !yaml) return std::nullopt;
    if (entry.kind == files::Kind::link)
        return whole_file(path, "stray-file", "this is a symbolic link, and records are files",
                          {"put the file itself here"});
    if (entry.kind == files::Kind::other) return whole_file(path, "stray-file", "this is no regular file");
    const std::string stem = entry.name.substr(0, entry.name.rfind('.'));
    if (yaml && text::is_id(stem)) return std::nullopt;
    if (const auto copied = beside.copied_by(entry.name, stem))
        return whole_file(path, "stray-file", fmt::format("this looks like a copy of `{}.yaml`", *copied),
                          {"compare the two and delete one"});
    if (yml) return whole_file(path, "stray-file", "records end in `.yaml`", ways_out(beside, stem));
    return whole_file(path, "stray-file", text::why_no_id(stem), ways_out(beside, stem));
}

std::optional<std::vector<files::Entry>> entries_of(const files::Store& store, Noun noun, text::Problems& problems) {
    try {
        return store.list(std::string(folder(noun)));
    } catch (const std::system_error& e) {
        std::string what = fmt::format("this folder cannot be read: {}", files::reason(e.code()));
        if (e.code() == std::errc::not_a_directory) what = "this is no folder, and records are files in one";
        if (e.code() == std::errc::too_many_symbolic_link_levels)
            what = "this is a symbolic link, and records are files in a folder";
        problems.push_back(whole_file(std::string(folder(noun)), "stray-file", std::move(what)));
        return std::nullopt;
    }
}

text::Problem unreadable(const std::string& path, const std::error_code& code) {
    if (code == std::errc::file_too_large)
        return whole_file(path, "limit", reason(code), {"keep long texts and lists in files of their own"});
    const bool is_link = code == std::errc::too_many_symbolic_link_levels;
    return whole_file(path, "unreadable", reason(code),
                      is_link ? std::vector<std::string>{"put the file itself here"} : std::vector<std::string>{});
}

text::Failure cannot_read(const std::string& path, const std::error_code& code) {
    return text::Failure({unreadable(path, code)}, fmt::format("{} cannot be read", path));
}

}  // namespace

std::optional<std::vector<std::string>> record_ids(const files::Store& store, Noun noun, text::Problems& problems) {
    std::vector<std::string> ids;
    const auto entries = entries_of(store, noun, problems);
    if (!entries) return std::nullopt;
    for (const files::Entry& entry : *entries) {
        if (entry.name.starts_with('.')) continue;
        if (auto wrong = wrong_entry({store, noun, *entries}, entry))
            problems.push_back(std::move(*wrong));
        else if (entry.name.ends_with(".yaml"))
            ids.push_back(entry.name.substr(0, entry.name.size() - 5));
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

RecordFile read_record_at(const files::Store& store, Noun noun, const std::string& id) {
    const std::string path = path_of(noun, id);
    try {
        if (auto read = store.read_stamped(path)) {
            RecordFile file = read_record(noun, id, std::move(read->bytes));
            file.stamp = read->stamp;
            return file;
        }
        RecordFile file{noun, id, path, "", std::nullopt, {}, {}, {}};
        file.problems.push_back(whole_file(path, "unreadable", "there is no such file"));
        return file;
    } catch (const std::system_error& e) {
        RecordFile file{noun, id, path, "", std::nullopt, {}, {}, {}};
        file.problems.push_back(unreadable(path, e.code()));
        return file;
    }
}

bool is_usable(const RecordFile& event) {
    if (!event.tree) return false;
    const model::Event read = read_event(event);
    const auto start = date_of(*event.tree, "start");
    const auto end = date_of(*event.tree, "end");
    return read.format == 1 && start && end && *start <= *end && *end - *start <= longest_event &&
           time::find_zone(read.timezone);
}

void no_such_record(Noun noun, std::string_view id, std::span<const std::string> known) {
    std::vector<std::string> hints;
    if (const auto near = text::nearest(id, known))
        hints.push_back(fmt::format("did you mean `{}`?", *near));
    else if (known.empty())
        hints.push_back(fmt::format("there is none yet: backops {} add", command(noun)));
    else
        hints.push_back(fmt::format("all of them: backops {} list", command(noun)));
    throw text::Failure(fmt::format("no {} is called {}", word(noun), text::quoted(id)), std::move(hints));
}

Directory::Directory(files::Store store, IndexPlace index)
    : store_(std::move(store)), place_(std::move(index)), opened_(store_.now()) {
    if (!opened_) place_ = {};
}

Directory::Directory(Directory&& other) noexcept = default;
Directory::~Directory() = default;

std::string Directory::identity() const {
    const files::Stamp root = store_.folder_stamp("").value_or(files::Stamp{});
    return fmt::format("{} {}:{}", place_.reader, root.device, root.inode);
}

Index& Directory::index() {
    if (!index_)
        index_ = std::make_unique<Index>(has_index() ? files::open_kept(place_.path) : files::KeptBytes(), identity());
    return *index_;
}

void Directory::keep(const IndexDraft& draft) const {
    if (!has_index()) return;
    const std::string head = draft.head(identity());
    std::vector<std::string_view> parts{head};
    parts.insert(parts.end(), draft.kept().begin(), draft.kept().end());
    files::keep(place_.path, parts);
}

std::optional<KnownFolder> Directory::known_folder(Noun noun) { return folder(noun).known; }

Directory::Folder Directory::read_folder(Noun noun) {
    Folder read;
    // Taken first: a name that comes in between gives the folder another one.
    std::optional<files::Stamp> stamp;
    if (has_index()) stamp = store_.folder_stamp(std::string(event::folder(noun)));
    const auto& known = index().folder(noun);
    if (stamp && known && known->is_settled && known->stamp == *stamp && files::is_settled(*stamp, *opened_)) {
        read.ids.reserve(index().of(noun).size());
        for (const Recalled& record : index().of(noun)) read.ids.emplace_back(index().id(record));
        read.known = known;
        return read;
    }
    auto listed = record_ids(store_, noun, read.problems);
    read.is_listed = listed.has_value();
    if (listed) read.ids = std::move(*listed);
    if (stamp && read.problems.empty()) read.known = KnownFolder{*stamp, files::is_settled(*stamp, *opened_)};
    return read;
}

const Directory::Folder& Directory::folder(Noun noun) {
    const auto known = folders_.find(noun);
    if (known != folders_.end()) return known->second;
    return folders_.emplace(noun, read_folder(noun)).first->second;
}

const std::vector<std::string>& Directory::ids(Noun noun) { return folder(noun).ids; }

const std::vector<std::string>& Directory::all_ids(Noun noun) {
    const Folder& all = folder(noun);
    if (!all.is_listed)
        throw text::Failure(all.problems, fmt::format("{} cannot be read\nnothing was changed", event::folder(noun)));
    return all.ids;
}

const text::Problems& Directory::folder_problems(Noun noun) { return folder(noun).problems; }

bool Directory::exists(Noun noun, std::string_view id) {
    // A report says that the folder cannot be read, and goes on. An edit that takes the answer for true gives a taken
    // id away or leaves a reference to nothing.
    const auto& all = store_.access() == files::Access::write ? all_ids(noun) : ids(noun);
    return std::binary_search(all.begin(), all.end(), id);
}

bool Directory::exists(Target target, std::string_view id) {
    switch (target) {
        case Target::area:
            return exists(Noun::area, id);
        case Target::collaborator:
            return exists(Noun::collaborator, id);
        case Target::crew:
            return exists(Noun::crew, id);
        case Target::party:
            return party(id).has_value();
        case Target::activity:
            return exists(Noun::activity, id);
        case Target::timeframe:
            return exists(Noun::timeframe, id);
        case Target::any:
        case Target::none:
            break;
    }
    return true;
}

std::vector<std::string> Directory::ids(Target target) {
    switch (target) {
        case Target::area:
            return ids(Noun::area);
        case Target::collaborator:
            return ids(Noun::collaborator);
        case Target::crew:
            return ids(Noun::crew);
        case Target::activity:
            return ids(Noun::activity);
        case Target::timeframe:
            return ids(Noun::timeframe);
        case Target::party: {
            std::vector<std::string> all = ids(Noun::collaborator);
            all.insert(all.end(), ids(Noun::crew).begin(), ids(Noun::crew).end());
            return all;
        }
        case Target::any:
        case Target::none:
            break;
    }
    return {};
}

std::optional<Noun> Directory::party(std::string_view id) {
    if (exists(Noun::collaborator, id)) return Noun::collaborator;
    if (exists(Noun::crew, id)) return Noun::crew;
    return std::nullopt;
}

const RecordFile& Directory::file(Noun noun, std::string_view id) {
    const auto key = std::pair(noun, std::string(id));
    const auto known = files_.find(key);
    if (known != files_.end()) return known->second;
    if (noun != Noun::event && !text::is_id(id)) no_such_record(noun, id, ids(noun));
    RecordFile read = read_record_at(store_, noun, key.second);
    const bool absent = !read.tree && read.problems.size() == 1 && read.problems[0].message == "there is no such file";
    if (absent && noun != Noun::event) no_such_record(noun, id, ids(noun));
    return files_.emplace(key, std::move(read)).first->second;
}

const RecordFile& Directory::sound_file(Noun noun, std::string_view id) {
    const RecordFile& read = file(noun, id);
    if (!read.tree || read.tree->kind != yaml::Kind::map)
        throw text::Failure(read.problems, fmt::format("{} cannot be read", read.path));
    return read;
}

const model::Event& Directory::event() {
    if (event_) return *event_;
    const RecordFile& read = file(Noun::event, "");
    if (!is_usable(read)) throw text::Failure(read.problems, std::string(unusable_event));
    event_ = read_event(read);
    return *event_;
}

bool Directory::may_mention(Noun noun, const std::string& id, const std::vector<std::string>& words) {
    const auto has = [&](std::string_view text) {
        return text.find('\\') != std::string_view::npos ||
               std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
    };
    const auto known = files_.find(std::pair(noun, id));
    if (known != files_.end() && known->second.tree) return has(known->second.text);
    const std::string path = path_of(noun, id);
    try {
        const auto text = store_.read(path);
        return text && has(*text);
    } catch (const std::system_error& e) {
        throw cannot_read(path, e.code());
    }
}

std::string Directory::name(Noun noun, std::string_view id) {
    if (!exists(noun, id)) return std::string(id);
    const RecordFile& read = file(noun, id);
    const std::string name = read.tree ? text_of(*read.tree, "name") : "";
    return name.empty() ? std::string(id) : name;
}

}  // namespace backops::event
