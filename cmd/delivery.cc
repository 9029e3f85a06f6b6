#include "cmd/delivery.h"

#include <fmt/format.h>

#include "cmd/output_file.h"
#include "cmd/selection_options.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {

std::optional<std::string> file_of(const Arguments& arguments) {
    const auto file = arguments.value("-o");
    return file == "-" ? std::nullopt : file;
}

void Delivery::refuse_errors() const {
    const auto file = file_of(arguments);
    if (!file || arguments.has("--force")) return;
    const text::Problems problems = touching(loading, schedule);
    if (!text::any_error(problems)) return;
    session.print(problems);
    throw text::Failure(fmt::format("{} was not written, since the event has errors", text::quoted(*file)),
                        {"mend them, or write it all the same with --force"});
}

void Delivery::write(const std::string& text, const std::string& note) const {
    const auto file = file_of(arguments);
    if (!file) return session.out(text);
    refuse_record(*file, session.root());
    session.give_locks_back();
    write_file(*file, text);
    session.note(fmt::format("wrote {}{}", *file, note));
}

int Delivery::finish() const {
    const text::Problems problems = touching(loading, schedule);
    session.print(problems);
    const bool wrong = text::any_error(problems);
    if (wrong) session.note(fmt::format("activities may be missing from this {}, since the event has errors", what));
    return wrong ? text::refused : 0;
}

int Delivery::deliver(const std::string& text, const std::string& note) const {
    refuse_errors();
    write(text, note);
    return finish();
}

}  // namespace backops::cmd
