#include "event/creation.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <system_error>

#include "event/draft.h"
#include "event/find.h"
#include "event/key_path.h"
#include "event/node_values.h"
#include "files/trouble.h"
#include "text/failure.h"
#include "text/id.h"
#include "text/utf8.h"
#include "text/wording.h"
#include "yaml/edit.h"

namespace backops::event {
namespace {

using yaml::Value;

void write_identity(yaml::Document& document, const NewEvent& wanted) {
    const auto text = [&](const char* key, const std::string& value) {
        if (!value.empty()) document.set({key}, Value::scalar(value));
    };
    document.set({"format"}, Value::bare_scalar("1"));
    text("uid", wanted.uid);
    text("name", wanted.name);
    text("description", wanted.description);
    text("kind", wanted.kind);
    text("timezone", wanted.timezone);
    document.set({"start"}, Value::bare_scalar(time::to_text(wanted.start)));
    document.set({"end"}, Value::bare_scalar(time::to_text(wanted.end)));
    text("day_start", wanted.day_start);
}

std::string collaborator_id(const std::string& name) {
    const std::string id = text::id_from(name);
    return id.empty() ? "collab-1" : id;
}

files::Change new_file(std::string path, std::string text) { return {std::move(path), std::nullopt, std::move(text)}; }

// A record of another event without what belongs to its days.
std::string without_days(Directory& like, Noun noun, const std::string& id) {
    const RecordFile& file = like.sound_file(noun, id);
    if (text::any_error(file.problems))
        throw text::Failure(file.problems, fmt::format("{} must be right before it is copied", file.path));
    yaml::Document document(file.text, key_order(noun));
    document.remove({"unavailable"});
    if (noun == Noun::view) document.remove({"during"});
    return document.text();
}

files::Change new_collaborator(const std::string& id, const std::string& name) {
    yaml::Document collaborator("", key_order(Noun::collaborator));
    collaborator.set({"name"}, Value::scalar(name));
    return new_file(path_of(Noun::collaborator, id), collaborator.text());
}

// The one of this name, or of the id that the name gives.
std::optional<std::string> collaborator_of(Directory& like, const std::string& name) {
    for (const std::string& id : like.ids(Noun::collaborator))
        if (text::case_folded(like.name(Noun::collaborator, id)) == text::case_folded(name)) return id;
    const std::string id = text::id_from(name);
    return like.exists(Noun::collaborator, id) ? std::optional(id) : std::nullopt;
}

void add_templates(const files::Store& store, std::vector<files::Change>& files) {
    std::string path = "templates";
    try {
        for (const files::Entry& entry : store.list("templates")) {
            if (entry.kind != files::Kind::file || !entry.name.ends_with(".mustache")) continue;
            path = "templates/" + entry.name;
            if (auto text = store.read(path)) files.push_back(new_file(path, std::move(*text)));
        }
    } catch (const std::system_error& e) {
        throw text::Failure(fmt::format("{} cannot be read: {}", text::quoted(path), files::reason(e.code())),
                            {"nothing was made"});
    }
}

}  // namespace

std::string uuid(const std::array<unsigned char, 16>& random) {
    std::array<unsigned char, 16> bytes = random;
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x40);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += fmt::format("{:02x}", bytes[i]);
    }
    return text;
}

std::vector<files::Change> new_event(const NewEvent& wanted) {
    const std::string id = collaborator_id(wanted.collaborator);
    yaml::Document event("", key_order(Noun::event));
    write_identity(event, wanted);
    event.set({"default_collaborator"}, Value::scalar(id));
    return {new_file(path_of(Noun::event, ""), event.text()), new_collaborator(id, wanted.collaborator)};
}

std::vector<files::Change> new_event_like(const NewEvent& wanted, Directory& like) {
    const RecordFile& model = like.file(Noun::event, "");
    like.event();
    yaml::Document event(model.text, key_order(Noun::event));
    write_identity(event, wanted);
    std::vector<files::Change> files;
    for (const Noun noun : {Noun::area, Noun::collaborator, Noun::crew, Noun::view})
        for (const std::string& id : like.ids(noun))
            files.push_back(new_file(path_of(noun, id), without_days(like, noun, id)));
    if (!wanted.collaborator.empty()) {
        const auto there = collaborator_of(like, wanted.collaborator);
        const std::string id = there ? *there : new_id(like, Noun::collaborator, "", wanted.collaborator);
        event.set({"default_collaborator"}, Value::scalar(id));
        if (!there) files.push_back(new_collaborator(id, wanted.collaborator));
    }
    add_templates(like.store(), files);
    files.push_back(new_file(path_of(Noun::event, ""), event.text()));
    return files;
}

}  // namespace backops::event
