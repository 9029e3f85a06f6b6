#include "cmd/sheet_templates.h"

#include <fmt/format.h>

#include <set>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

#include "cmd/writing.h"
#include "files/trouble.h"
#include "text/failure.h"
#include "text/id.h"
#include "text/near_miss.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

constexpr const char* folder = "templates";

text::Problem unreadable(const std::string& path, const std::error_code& code) {
    const bool is_large = code == std::errc::file_too_large;
    return {text::Severity::error,
            is_large ? "limit" : "unreadable",
            is_large ? "this template is larger than 1 MiB"
                     : fmt::format("this template cannot be read: {}", files::reason(code)),
            text::place_of(path),
            {},
            {}};
}

/// The name in `NAME.ENDING.mustache`, if a template can have it.
std::optional<std::string> name_in(std::string_view file, std::string_view ending) {
    constexpr std::string_view mustache = ".mustache";
    if (!file.ends_with(mustache)) return std::nullopt;
    file.remove_suffix(mustache.size());
    if (!file.ends_with(ending)) return std::nullopt;
    file.remove_suffix(ending.size());
    return text::is_id(file) ? std::optional<std::string>(file) : std::nullopt;
}

text::Problems problems_of(const files::Store& store, const SheetTemplates& templates, const std::string& path) {
    try {
        const auto text = store.read(path);
        return text ? render::template_problems({path, *text}, templates.finder()) : text::Problems();
    } catch (const std::system_error& error) {
        return {unreadable(path, error.code())};
    }
}

}  // namespace

SheetTemplates::SheetTemplates(const files::Store& store, const std::string& format)
    : store_(store), ending_(ending_of(format)) {}

std::optional<render::TemplateSource> SheetTemplates::find(const std::string& name) const {
    if (text::is_id(name)) {
        const std::string path = fmt::format("{}/{}{}.mustache", folder, name, ending_);
        try {
            if (auto text = store_.read(path)) return render::TemplateSource{path, std::move(*text)};
        } catch (const std::system_error& error) {
            throw text::Failure(fmt::format("cannot read {}: {}", path, files::reason(error.code())));
        }
    }
    return render::built_in_template(name + ending_);
}

render::Template::Find SheetTemplates::finder() const {
    return [this](const std::string& name) { return find(name); };
}

std::vector<std::string> SheetTemplates::names() const {
    std::set<std::string> names;
    for (const files::Entry& entry : store_.list(folder))
        if (auto name = name_in(entry.name, ending_)) names.insert(std::move(*name));
    for (const std::string_view sheet : {"call", "day", "run"})
        if (render::built_in_template(std::string(sheet) + ending_)) names.emplace(sheet);
    return {names.begin(), names.end()};
}

void SheetTemplates::refuse(const std::string& name) const {
    const std::vector<std::string> known = names();
    std::vector<std::string> hints;
    if (const auto near = text::nearest(name, known)) hints.push_back(fmt::format("did you mean `{}`?", *near));
    hints.push_back(text::is_id(name) ? fmt::format("it would be templates/{}{}.mustache in the event", name, ending_)
                                      : "a template's name is lower-case letters, digits and single hyphens");
    throw text::Failure(fmt::format("no template of this format is called {}", text::quoted(name)), std::move(hints),
                        text::wrong_usage);
}

CheckedTemplates checked_templates(const files::Store& store) {
    CheckedTemplates checked;
    // What is wrong in a template is found again in each that includes it.
    std::set<std::tuple<std::string, int, int, std::string>> known;
    const auto add = [&](text::Problem problem) {
        const text::Place& place = problem.place;
        if (known.emplace(place.file, place.line, place.column, problem.message).second)
            checked.problems.push_back(std::move(problem));
    };
    try {
        const std::vector<files::Entry> entries = store.list(folder);
        for (const char* format : {"text", "md", "html"}) {
            const SheetTemplates templates(store, format);
            for (const files::Entry& entry : entries) {
                if (!name_in(entry.name, ending_of(format))) continue;
                ++checked.files;
                for (text::Problem& problem : problems_of(store, templates, fmt::format("{}/{}", folder, entry.name)))
                    add(std::move(problem));
            }
        }
    } catch (const std::system_error& error) {
        add({text::Severity::error,
             "unreadable",
             fmt::format("this folder cannot be read: {}", files::reason(error.code())),
             text::place_of(folder),
             {},
             {}});
    }
    return checked;
}

}  // namespace backops::cmd
