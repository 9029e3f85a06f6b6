#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cmd/output_file.h"
#include "cmd/session.h"
#include "event/intake.h"
#include "render/sheet_json.h"
#include "schedule/selection.h"

namespace backops::cmd {

/// `--each`, for verbs that make one file for each person, collaborator or area.
std::vector<Option> each_options();

/// Whom one of the files is for.
struct Recipient {
    schedule::CalendarName calendar;
    std::string name;
};

/// All of the event that the audience may read the names of, by id: of `--each crew` with `--collab` its people alone.
/// text::Failure for other calendars beside
/// `--each`, and without -o.
std::vector<Recipient> recipients(const Arguments& arguments, const model::Plan& plan,
                                  const schedule::Selection& selection);

/// One file's text, and a few words on it for the index.
struct Piece {
    std::string text;
    std::string note;
};
using Draw = std::function<Piece(const Recipient& recipient)>;

/// What was made: what the index lists, and how many of these files were not so already.
struct Pieces {
    std::vector<render::IndexItem> items;
    std::size_t written = 0;
};

/// Writes FOLDER/ID.ENDING for each, on as many threads as the machine has, `draw_for_thread` being asked once by each;
/// files that are so already are not touched. Shows on a terminal how far it is.
Pieces write_each(Session& session, const std::string& folder, const std::string& ending,
                  const std::vector<Recipient>& recipients, const std::function<Draw()>& draw_for_thread,
                  Same is_same = is_same_text);

/// Writes FOLDER/index.ENDING, unless it is so already, and says what was done.
void write_index(Session& session, const std::string& folder, const std::string& ending, const std::string& text,
                 const Pieces& pieces);

}  // namespace backops::cmd
