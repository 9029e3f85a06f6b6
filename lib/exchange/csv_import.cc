#include "exchange/csv_import.h"

#include <fmt/format.h>

#include <unordered_map>
#include <unordered_set>

#include "event/node_values.h"
#include "exchange/csv_edits.h"
#include "text/failure.h"
#include "text/utf8.h"
#include "text/wording.h"

namespace backops::exchange {
namespace {

using event::Noun;

class Import {
  public:
    Import(event::Directory& directory, event::Intake& intake, event::Drafts& drafts, const ImportOptions& options)
        : directory_(directory),
          intake_(intake),
          drafts_(drafts),
          options_(options),
          findings_(table_.source),
          names_(directory, options.create, options.crew_of),
          ids_([this](const std::string& id) { return directory_.exists(Noun::activity, id); }) {}

    ImportReport run(std::string file, std::string text) {
        if (read_source(std::move(file), std::move(text), "CSV", table_.source, findings_) &&
            is_utf8(table_.source, findings_) && read_csv(table_, findings_))
            read_rows();
        report_.problems = findings_.taken();
        return std::move(report_);
    }

  private:
    struct Line {
        RowActivity row;
        std::string id;  // of the activity that it is
        bool is_new = false;
        bool is_bad = false;
    };

    void read_rows() {
        columns_ = columns_of(table_, options_.map, options_.ignore, findings_);
        const bool has_columns =
            columns_.has(Column::id) || (columns_.has(Column::name) && columns_.has(Column::start));
        report_.rows = table_.rows.size();
        RowReader reader(table_, columns_, intake_, names_, findings_);
        for (const Row& row : table_.rows) {
            if (findings_.full()) return;
            if (auto read = reader.read(row)) lines_.push_back({std::move(*read), "", false, false});
        }
        if (!has_columns) return;
        take_given_ids();
        match_rest();
        for (Line& line : lines_) prepare(line);
        for (Line& line : lines_)
            if (!line.is_bad) write(line);
        draft_created(drafts_, names_, report_, findings_);
    }

    void wrong(Line& line, Column column, std::string rule, std::string message, std::vector<std::string> hints = {}) {
        line.is_bad = true;
        findings_.add(span_of(columns_, *line.row.row, column), std::move(rule), std::move(message), std::move(hints));
    }

    text::Place place_of(const Line& line, Column column) {
        return findings_.place(span_of(columns_, *line.row.row, column));
    }

    // Given ids come first, so that no row before takes one of them.
    void take_given_ids() {
        std::unordered_map<std::string, const Line*> seen;
        for (Line& line : lines_) {
            if (line.row.id.empty()) continue;
            const auto [first, is_first] = seen.emplace(line.row.id, &line);
            if (!is_first) {
                line.is_bad = true;
                const text::Place there = place_of(*first->second, Column::id);
                findings_
                    .add(span_of(columns_, *line.row.row, Column::id), "duplicate-row",
                         fmt::format("`{}` has two rows", line.row.id))
                    .others.push_back({there, "the first is here"});
                continue;
            }
            line.id = line.row.id;
            line.is_new = !directory_.exists(Noun::activity, line.id);
            ids_.reserve(line.id);
            taken_.insert(line.id);
        }
    }

    void match_rest() {
        std::vector<std::string> keys;
        std::unordered_map<std::string, std::vector<Line*>> groups;
        for (Line& line : lines_) {
            if (!line.row.id.empty()) continue;
            std::vector<Line*>& group = groups[match_key(line.row, columns_)];
            if (group.empty()) keys.push_back(match_key(line.row, columns_));
            group.push_back(&line);
        }
        if (keys.empty()) return;
        read_activities();
        for (const std::string& key : keys) match_group(groups[key], by_key_[key]);
        std::unordered_map<std::string, int> new_names;
        for (const Line& line : lines_)
            if (line.is_new) ++new_names[text::case_folded(line.row.name)];
        for (const Line& line : lines_)
            if (line.is_new && line.row.id.empty() && new_names[text::case_folded(line.row.name)] == 1)
                warn_of_namesake(line);
    }

    void read_activities() {
        for (const std::string& id : directory_.ids(Noun::activity)) {
            const event::RecordFile& file = directory_.file(Noun::activity, id);
            if (!file.tree || file.tree->kind != yaml::Kind::map) {
                findings_.add(file.problems);
                continue;
            }
            by_name_[text::case_folded(event::text_of(*file.tree, "name"))].push_back(id);
            if (!taken_.contains(id)) by_key_[match_key(*file.tree, columns_)].push_back(id);
        }
    }

    const yaml::Node& tree(const std::string& id) { return *directory_.file(Noun::activity, id).tree; }

    // Rows and activities of one name, start and areas: first those that say the same, then the others in order.
    void match_group(std::vector<Line*>& lines, std::vector<std::string>& activities) {
        if (lines.size() > 1) drop_repeated(lines);
        if (lines.size() > 1 || activities.size() > 1) pair_equal(lines, activities);
        if (!lines.empty() && activities.size() > lines.size()) {
            for (Line* line : lines) report_several(*line, activities);
            return;
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i < activities.size())
                pair(*lines[i], activities[i]);
            else
                lines[i]->is_new = true;
        }
    }

    void pair(Line& line, const std::string& id) {
        line.id = id;
        taken_.insert(id);
    }

    void drop_repeated(std::vector<Line*>& lines) {
        std::unordered_map<std::string, const Line*> seen;
        std::erase_if(lines, [&](Line* line) {
            const auto [first, is_first] = seen.emplace(signature(line->row, columns_), line);
            if (is_first) return false;
            line->is_bad = true;
            const text::Place there = place_of(*first->second, Column::name);
            findings_
                .add(span_of(columns_, *line->row.row, Column::name), "duplicate-row", "this row stands here twice",
                     {"delete one of them"})
                .others.push_back({there, "the first is here"});
            return true;
        });
    }

    void pair_equal(std::vector<Line*>& lines, std::vector<std::string>& activities) {
        std::unordered_multimap<std::string, std::string> same;
        for (const std::string& id : activities) same.emplace(signature(tree(id), columns_), id);
        std::erase_if(lines, [&](Line* line) {
            const auto found = same.find(signature(line->row, columns_));
            if (found == same.end()) return false;
            pair(*line, found->second);
            same.erase(found);
            return true;
        });
        std::erase_if(activities, [&](const std::string& id) { return taken_.contains(id); });
    }

    void report_several(Line& line, const std::vector<std::string>& activities) {
        std::vector<std::string> hints;
        for (const std::string& id : activities) {
            if (hints.size() == 8) {
                hints.push_back(fmt::format("and {} more", activities.size() - 8));
                break;
            }
            hints.push_back(fmt::format("`{}`: {}", id, event::text_of(tree(id), "start")));
        }
        hints.push_back("say which one is meant in a column `id`");
        wrong(line, Column::name, "ambiguous-name",
              fmt::format("{} could be more than one activity", text::quoted(line.row.name)), std::move(hints));
    }

    // Most likely the same one at another time or place; only the user can tell.
    void warn_of_namesake(const Line& line) {
        std::vector<std::string> others;
        for (const std::string& id : by_name_[text::case_folded(line.row.name)])
            if (!taken_.contains(id)) others.push_back(id);
        if (others.size() != 1) return;
        findings_.add(
            span_of(columns_, *line.row.row, Column::name), "same-name",
            fmt::format("{} is new, and `{}` of the same name stays as it is", text::quoted(line.row.name), others[0]),
            {fmt::format("to change that one instead: write `{}` in a column `id`", others[0])},
            text::Severity::warning);
    }

    void prepare(Line& line) {
        if (line.is_bad || !line.is_new) return;
        if (line.row.name.empty())
            return wrong(line, Column::id, "missing-key",
                         fmt::format("no activity is called `{}`, and a new one needs a `name`", line.row.id));
        if (!line.row.start)
            return wrong(line, Column::id, "missing-key",
                         fmt::format("no activity is called `{}`, and a new one needs a `start`", line.row.id));
        if (!line.id.empty()) return;
        const auto& first = !line.row.required.empty() ? line.row.required : line.row.areas;
        std::vector<std::string> distinctions;
        if (!first.empty()) distinctions.push_back(first.front());
        distinctions.push_back(time::to_text(line.row.start->time.date));
        line.id = ids_.made_from(line.row.name, event::command(Noun::activity), distinctions);
    }

    void write(Line& line) {
        try {
            if (line.is_new)
                add(line);
            else
                change(line);
        } catch (const text::Failure& failure) {
            findings_.add(failure.problems);
            wrong(line, line.row.end_typed.empty() ? Column::name : Column::end, "wrong-value", failure.message,
                  failure.hints);
        }
    }

    void add(Line& line) {
        if (!draft_new(drafts_, Noun::activity, line.id, new_activity(line.row)))
            return wrong(line, Column::name, "limit", too_large(line.id));
        report_.added.push_back(line.id);
    }

    void change(Line& line) {
        const event::RecordFile& file = directory_.file(Noun::activity, line.id);
        Edits changes;
        if (file.tree && file.tree->kind == yaml::Kind::map) changes = edits(*file.tree, line.row, columns_, intake_);
        if (file.tree && changes.empty()) {
            report_.unchanged.push_back(line.id);
            return;
        }
        if (!draft_changes(drafts_, line.id, std::move(changes), intake_))
            return wrong(line, Column::name, "limit", too_large(line.id));
        report_.changed.push_back(line.id);
    }

    event::Directory& directory_;
    event::Intake& intake_;
    event::Drafts& drafts_;
    const ImportOptions& options_;
    Table table_;
    Findings findings_;
    Columns columns_;
    Names names_;
    event::FreshIds ids_;
    std::vector<Line> lines_;
    std::unordered_map<std::string, std::vector<std::string>> by_key_, by_name_;
    std::unordered_set<std::string> taken_;  // activities that a row is
    ImportReport report_;
};

}  // namespace

ImportReport import_csv(event::Directory& directory, event::Intake& intake, event::Drafts& drafts, std::string file,
                        std::string text, const ImportOptions& options) {
    return Import(directory, intake, drafts, options).run(std::move(file), std::move(text));
}

}  // namespace backops::exchange
