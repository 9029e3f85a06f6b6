#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "event/directory.h"
#include "event/intake.h"
#include "event/key_path.h"
#include "files/store.h"
#include "yaml/edit.h"

namespace backops::event {

/// One record under edit, as the text that its file will have.
class Draft {
  public:
    /// text::Failure when there is none or its text is not plain YAML.
    static Draft of(Directory& directory, Noun noun, const std::string& id);
    /// A new record, which may begin with the text of another.
    static Draft fresh(Noun noun, std::string id, std::string text = "");

    Noun noun() const { return noun_; }
    const std::string& id() const { return id_; }
    const yaml::Document& document() const { return document_; }
    yaml::Document& document() { return document_; }

    /// Edits as typed, by key (`site.venue`, `areas`); text::Failure for what is not understood.
    void set(std::string_view key, std::string_view typed, Intake& intake);
    /// One more item of a list; there already: nothing. Who becomes required is no longer optional, and
    /// the intake says so; who is required does not become optional by the way: text::Failure.
    void add(std::string_view key, std::string_view typed, Intake& intake);
    /// Takes an item out of a list; text::Failure when it is not there.
    void remove(std::string_view key, std::string_view typed, Intake& intake);
    /// Takes a key away; also one that stands in the file and that no record has.
    void unset(std::string_view key);
    /// Writes a value as files hold it; where what stands there means the same (`90m` and `1h30m`), it stays as it is.
    void put(std::string_view key, yaml::Value value);

    /// The record as it will be read, with its problems.
    RecordFile read() const;
    /// text::Failure when the edited record has errors that the one before did not have, or is larger than a file may
    /// be.
    /// With the event, attribute and column names that it does not declare, and wrong values of them, are errors too.
    void verify(const model::Event* event = nullptr) const;
    /// Whether the record has keys that the event declares.
    bool uses_declared_names() const;
    files::Change change() const;

  private:
    void change_role(const yaml::Path& other, const yaml::Value& party, const Field& list, Intake& intake);
    Draft(Noun noun, std::string id, std::optional<std::string> before, yaml::Document document);
    yaml::Path place(const KeyPath& key) const;
    void put(const KeyPath& key, yaml::Value value);

    Noun noun_;
    std::string id_;
    std::optional<std::string> before_;
    yaml::Document document_;
};

}  // namespace backops::event
