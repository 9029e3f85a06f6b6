#include "event/creation.h"

#include <fmt/format.h>

#include <array>

#include "event/draft.h"
#include "event/key_path.h"
#include "event/node_values.h"
#include "text/failure.h"
#include "text/id.h"
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
    yaml::Document collaborator("", key_order(Noun::collaborator));
    collaborator.set({"name"}, Value::scalar(wanted.collaborator));
    return {new_file(path_of(Noun::event, ""), event.text()),
            new_file(path_of(Noun::collaborator, id), collaborator.text())};
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
        const std::string id = collaborator_id(wanted.collaborator);
        event.set({"default_collaborator"}, Value::scalar(id));
        if (!like.exists(Noun::collaborator, id)) {
            yaml::Document collaborator("", key_order(Noun::collaborator));
            collaborator.set({"name"}, Value::scalar(wanted.collaborator));
            files.push_back(new_file(path_of(Noun::collaborator, id), collaborator.text()));
        }
    }
    for (const files::Entry& entry : like.store().list("templates"))
        if (entry.kind == files::Kind::file && entry.name.ends_with(".mustache"))
            if (auto text = like.store().read("templates/" + entry.name))
                files.push_back(new_file("templates/" + entry.name, std::move(*text)));
    files.push_back(new_file(path_of(Noun::event, ""), event.text()));
    return files;
}

}  // namespace backops::event
