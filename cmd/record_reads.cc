#include <fmt/format.h>

#include <algorithm>

#include "cmd/describing.h"
#include "cmd/record_verbs.h"
#include "cmd/selection_options.h"
#include "cmd/session.h"
#include "cmd/writing.h"
#include "event/load.h"
#include "event/node_values.h"
#include "render/record_json.h"
#include "render/table.h"
#include "text/failure.h"
#include "text/paint.h"
#include "text/width.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using event::RecordFile;

bool has_any_tag(const RecordFile& file, const std::vector<std::string>& wanted) {
    if (wanted.empty()) return true;
    if (!file.tree) return false;
    const auto tags = event::texts_of(*file.tree, "tags");
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const std::string& tag) { return std::find(tags.begin(), tags.end(), tag) != tags.end(); });
}

std::vector<render::Column> headings(event::Noun noun) {
    switch (noun) {
        case event::Noun::area:
            return {"ID", "NAME", "LOCATION", "TAGS"};
        case event::Noun::collaborator:
            return {"ID", "NAME", "CONTACT", "TAGS"};
        case event::Noun::crew:
            return {"ID", "NAME", "COLLABORATOR", "ROLE", "PHONE"};
        case event::Noun::activity:
            return {"ID", {"WHEN", true}, "NAME", "WHERE"};
        case event::Noun::timeframe:
            return {"ID", {"WHEN", true}, "NAME"};
        default:
            return {"ID", "NAME"};
    }
}

std::string names(event::Directory& directory, event::Noun noun, const std::vector<std::string>& ids) {
    std::vector<std::string> all;
    for (const std::string& id : ids) all.push_back(directory.name(noun, id));
    return fmt::format("{}", fmt::join(all, ", "));
}

std::vector<std::string> cells(event::Directory& directory, const RecordFile& file) {
    if (!file.tree) return {file.id, "(cannot be read)"};
    const yaml::Node& root = *file.tree;
    const std::string name = event::text_of(root, "name");
    const std::string tags = fmt::format("{}", fmt::join(event::texts_of(root, "tags"), ", "));
    switch (file.noun) {
        case event::Noun::area:
            return {file.id, name, event::text_of(root, "location"), tags};
        case event::Noun::collaborator: {
            const std::string contact = event::text_of(root, "contact");
            return {file.id, name, contact.empty() ? "" : directory.name(event::Noun::crew, contact), tags};
        }
        case event::Noun::crew:
            return {file.id, name, directory.name(event::Noun::collaborator, event::text_of(root, "collaborator")),
                    event::text_of(root, "role"), event::text_of(root, "phone")};
        case event::Noun::activity:
            return {file.id, when(directory, file), name,
                    names(directory, event::Noun::area, event::texts_of(root, "areas"))};
        case event::Noun::timeframe:
            return {file.id, when(directory, file), name};
        default:
            return {file.id, name};
    }
}

}  // namespace

int print_list(Session& session, const Arguments& arguments, event::Directory& directory, event::Noun noun,
               const std::vector<const RecordFile*>& files, const text::Problems& problems) {
    const std::string format = format_of(arguments, {"text", "ids", "json"});
    if (format == "json") {
        session.out(render::list_json(noun, files));
    } else if (format == "ids") {
        for (const RecordFile* file : files) session.out(file->id + "\n");
    } else if (files.empty()) {
        if (directory.folder_problems(noun).empty())
            session.note(directory.ids(noun).empty() ? fmt::format("there is no {} yet: backops {} add",
                                                                   event::word(noun), event::command(noun))
                                                     : fmt::format("no {} is like that", event::word(noun)));
    } else {
        std::vector<std::vector<std::string>> rows;
        for (const RecordFile* file : files) rows.push_back(cells(directory, *file));
        session.out(render::table(headings(noun), rows, session.width(), session.colour()));
    }
    session.print(problems);
    return text::any_error(problems) ? text::refused : 0;
}

namespace {

// A value as people read it: references with their names.
std::string shown_scalar(event::Directory& directory, const yaml::Node& node, const event::Field* field) {
    if (!field || field->type != event::Type::reference) return node.text;
    std::optional<event::Noun> noun;
    switch (field->target) {
        case event::Target::area:
            noun = event::Noun::area;
            break;
        case event::Target::crew:
            noun = event::Noun::crew;
            break;
        case event::Target::collaborator:
            noun = event::Noun::collaborator;
            break;
        case event::Target::party:
            noun = directory.party(node.text);
            break;
        case event::Target::activity:
            noun = event::Noun::activity;
            break;
        case event::Target::timeframe:
            noun = event::Noun::timeframe;
            break;
        default:
            break;
    }
    const std::string name = noun ? directory.name(*noun, node.text) : node.text;
    return name == node.text ? name : fmt::format("{} ({})", node.text, name);
}

void show_value(event::Directory& directory, const std::string& key, const yaml::Node& node, const event::Field* field,
                std::vector<std::pair<std::string, std::string>>& lines) {
    if (node.kind == yaml::Kind::scalar) {
        lines.emplace_back(key, shown_scalar(directory, node, field));
    } else if (node.kind == yaml::Kind::list) {
        const event::Field* element = field ? field->element : nullptr;
        const bool plain = std::all_of(node.items.begin(), node.items.end(),
                                       [](const yaml::Node& item) { return item.kind == yaml::Kind::scalar; });
        std::vector<std::string> items;
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            if (plain)
                items.push_back(shown_scalar(directory, node.items[i], element));
            else
                show_value(directory, fmt::format("{}.{}", key, i + 1), node.items[i], element, lines);
        }
        if (plain) lines.emplace_back(key, fmt::format("{}", fmt::join(items, ", ")));
    } else if (node.kind == yaml::Kind::map) {
        for (const yaml::Entry& entry : node.entries) {
            const event::Field* inner = !field                            ? nullptr
                                        : field->type == event::Type::map ? field->element
                                                                          : find_field(field->fields, entry.key);
            show_value(directory, key + "." + entry.key, entry.value, inner, lines);
        }
    }
}

std::string shown(Session& session, event::Directory& directory, const RecordFile& file) {
    std::vector<std::pair<std::string, std::string>> lines;
    const std::string time = when(directory, file);
    if (!time.empty()) lines.emplace_back("when", time);
    for (const yaml::Entry& entry : file.tree->entries)
        show_value(directory, entry.key, entry.value, find_field(event::fields_of(file.noun), entry.key), lines);
    std::size_t widest = 4;
    for (const auto& [key, value] : lines) widest = std::max(widest, std::min<std::size_t>(key.size(), 32));
    std::string out =
        text::painted(text::one_line(event::text_of(*file.tree, "name")), text::Tone::strong, session.colour());
    out += text::painted(fmt::format("  {}{}{}\n", event::word(file.noun), file.id.empty() ? "" : " ", file.id),
                         text::Tone::faint, session.colour());
    const int room = std::max(20, session.width() - static_cast<int>(widest) - 4);
    for (const auto& [key, value] : lines) {
        std::string label = fmt::format("  {:<{}}  ", text::one_line(key), widest);
        for (const std::string& line :
             text::wrapped(text::many_lines(value.substr(0, value.find_last_not_of('\n') + 1)), room)) {
            out += line.empty() ? "\n" : text::painted(label, text::Tone::faint, session.colour()) + line + "\n";
            label.assign(label.size(), ' ');
        }
    }
    return out;
}

}  // namespace

int list_records(Session& session, const Arguments& arguments) {
    event::Directory directory = session.open(files::Access::read);
    directory.event();
    event::Intake intake = session.intake(directory);
    return list_some(session, arguments, directory, intake, [](const std::string&) { return true; });
}

int list_some(Session& session, const Arguments& arguments, event::Directory& directory, event::Intake& intake,
              const std::function<bool(const std::string& id)>& keeps) {
    const event::Noun noun = record_noun(*arguments.noun);
    std::vector<const RecordFile*> files;
    const auto tags = arguments.values("--tag");
    const auto collaborator = arguments.value("--collab");
    const std::string company = collaborator ? intake.id(event::Noun::collaborator, *collaborator) : "";
    for (const std::string& id : directory.ids(noun)) {
        const RecordFile& file = directory.file(noun, id);
        const bool fits = company.empty() || (file.tree && event::text_of(*file.tree, "collaborator") == company);
        if (fits && has_any_tag(file, tags) && keeps(id)) files.push_back(&file);
    }
    session.notices(intake);
    session.print(directory.folder_problems(noun));
    text::Problems problems;
    for (const RecordFile* file : files) problems.insert(problems.end(), file->problems.begin(), file->problems.end());
    const int status = print_list(session, arguments, directory, noun, files, problems);
    return directory.folder_problems(noun).empty() ? status : text::refused;
}

int print_shown(Session& session, event::Directory& directory, const std::vector<const RecordFile*>& files,
                event::Noun noun, const std::string& format) {
    if (format == "json") session.out(render::list_json(noun, files));
    for (std::size_t i = 0; i < files.size() && format != "json"; ++i) {
        if (i > 0) session.out(format == "yaml" ? "---\n" : "\n");
        session.out(format == "yaml" ? files[i]->text : shown(session, directory, *files[i]));
    }
    text::Problems problems;
    for (const RecordFile* file : files) problems.insert(problems.end(), file->problems.begin(), file->problems.end());
    session.print(problems);
    return text::any_error(problems) ? text::refused : 0;
}

int show_records(Session& session, const Arguments& arguments) {
    const event::Noun noun = record_noun(*arguments.noun);
    const std::string format = format_of(arguments, {"text", "json", "yaml"});
    event::Directory directory = session.open(files::Access::read);
    event::Intake intake = session.intake(directory);
    std::vector<const RecordFile*> files;
    const std::vector<std::string> typed =
        noun == event::Noun::event ? std::vector<std::string>{""} : typed_ids(arguments);
    for (const std::string& word : typed)
        files.push_back(&directory.sound_file(noun, noun == event::Noun::event ? "" : intake.id(noun, word)));
    session.notices(intake);
    return print_shown(session, directory, files, noun, format);
}

}  // namespace backops::cmd
