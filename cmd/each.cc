#include "cmd/each.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <span>
#include <thread>
#include <utility>

#include "cmd/choice.h"
#include "files/on_all_cores.h"
#include "render/agenda_rows.h"
#include "render/names.h"
#include "schedule/audience.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using schedule::CalendarKind;

constexpr std::array<std::pair<std::string_view, CalendarKind>, 3> kinds = {
    {{"crew", CalendarKind::crew}, {"collab", CalendarKind::collaborator}, {"area", CalendarKind::area}}};

/// A line on standard error that is written over, when that is a terminal.
class Progress {
  public:
    explicit Progress(std::size_t total) : total_(total), is_shown_(isatty(STDERR_FILENO) != 0) {}
    ~Progress() {
        if (is_shown_) std::fputs("\r\x1b[K", stderr);
    }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(std::size_t done) {
        constexpr std::size_t cells = 30;
        if (!is_shown_ || done * 200 / total_ == shown_) return;
        shown_ = done * 200 / total_;
        std::string bar;
        for (std::size_t i = 0; i < cells; ++i) bar += i < done * cells / total_ ? "█" : "·";
        std::fprintf(stderr, "\r%s %zu of %zu", bar.c_str(), done, total_);
        std::fflush(stderr);
    }

  private:
    std::size_t total_, shown_ = 0;
    bool is_shown_;
};

/// A record may be called as the page that lists them all; no id has an underscore.
std::string file_name(const std::string& id, const std::string& ending) {
    return (id == "index" ? "index_" : id) + ending;
}

bool belongs(const model::CrewMember& person, const schedule::Selection& selection) {
    return selection.calendars.empty() || std::ranges::any_of(selection.calendars, [&](const auto& calendar) {
               return calendar.id == person.collaborator;
           });
}

}  // namespace

std::vector<Option> each_options() {
    return {{"--each",
             {"crew|collab|area", "crew collab area"},
             "one file for each of them, and an index, in the folder -o"}};
}

std::vector<Recipient> recipients(const Arguments& arguments, const model::Plan& plan,
                                  const schedule::Selection& selection) {
    const CalendarKind kind = choice("--each", arguments.value("--each", ""), kinds);
    if (arguments.value("-o", "-") == "-")
        throw text::Failure("`--each` writes many files, and no folder is given for them", {"such as: -o sheets"},
                            text::wrong_usage);
    const bool narrows = kind == CalendarKind::crew &&
                         std::ranges::all_of(selection.calendars, [](const schedule::CalendarName& calendar) {
                             return calendar.kind == CalendarKind::collaborator;
                         });
    if (!selection.calendars.empty() && !narrows)
        throw text::Failure("`--each` stands in the place of calendars, and some are given",
                            {"leave them out; the people of one collaborator: --each crew --collab ID"},
                            text::wrong_usage);
    // Who has no public name has no file: its own name would say them.
    const auto is_named = [&](const std::string& id) { return schedule::is_named_to(plan, id, selection.audience); };
    std::vector<Recipient> all;
    if (kind == CalendarKind::area)
        for (const model::Area& area : plan.areas) all.push_back({{kind, area.id}, render::area_name(plan, area.id)});
    if (kind == CalendarKind::collaborator)
        for (const model::Collaborator& collaborator : plan.collaborators)
            if (is_named(collaborator.id))
                all.push_back({{kind, collaborator.id}, render::shown_name(plan, collaborator.id, selection.audience)});
    if (kind == CalendarKind::crew)
        for (const model::CrewMember& person : plan.crew)
            if (belongs(person, selection) && is_named(person.id))
                all.push_back({{kind, person.id}, render::shown_name(plan, person.id, selection.audience)});
    return all;
}

Pieces write_each(Session& session, const std::string& folder, const std::string& ending,
                  const std::vector<Recipient>& recipients, const std::function<Draw()>& draw_for_thread,
                  Same is_same) {
    refuse_record(folder + "/index" + ending, session.root());
    OutputFiles output(folder);
    std::vector<render::IndexItem> index(recipients.size());
    std::atomic<std::size_t> done{0}, written{0};
    Progress progress(std::max<std::size_t>(1, recipients.size()));
    const auto shower = std::this_thread::get_id();
    // Each thread draws with its own, made when it has something to draw.
    const auto write = [&, draw = Draw()](std::span<render::IndexItem> some) mutable {
        if (!draw) draw = draw_for_thread();
        for (render::IndexItem& item : some) {
            const Recipient& recipient = recipients[static_cast<std::size_t>(&item - index.data())];
            const Piece piece = draw(recipient);
            const std::string& id = recipient.calendar.id;
            item = {id, recipient.name, file_name(id, ending), piece.note};
            if (output.stage_changed(item.file, piece.text, is_same)) ++written;
            ++done;
            if (std::this_thread::get_id() == shower) progress.show(done);
        }
    };
    files::on_all_cores(std::span(index), 1, write);
    output.put();
    return {std::move(index), written};
}

void write_index(Session& session, const std::string& folder, const std::string& ending, const std::string& text,
                 const Pieces& pieces) {
    OutputFiles output(folder);
    if (output.stage_changed("index" + ending, text)) output.put();
    const std::size_t kept = pieces.items.size() - pieces.written;
    session.note(fmt::format("wrote {} and an index to {}{}", text::counted(pieces.written, "file"), folder,
                             kept > 0 ? fmt::format("; {} unchanged", text::counted(kept, "file")) : ""));
}

}  // namespace backops::cmd
