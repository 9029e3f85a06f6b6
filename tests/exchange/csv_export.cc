#include "exchange/csv_export.h"

#include <doctest/doctest.h>

#include <random>

#include "event/load.h"
#include "spreadsheet.h"
#include "yaml/parse.h"
#include "yaml/write.h"

using namespace backops;
using namespace backops::tests;

namespace {

using yaml::Value;

/// Activities with texts that spreadsheets, separators and quotes make trouble for.
class RandomActivities {
  public:
    explicit RandomActivities(unsigned seed) : chance_(seed) {}

    void write(Spreadsheet& sheet, int number) {
        for (int i = 0; i < number; ++i)
            sheet.tree->write("activities/a-" + std::to_string(i) + ".yaml", yaml::record_text(Value::map(record())));
    }
    std::string text() {
        static const std::vector<std::string> texts{
            "=1+1",     "'=1+1", "''@SUM(A1)", "-5", "+49 30 1", "'quoted'", "a,b;c d",   "\"hi\"",
            "é 舞台 🎪", " x ",   "@home",      "'",  "'' '",     "a;b",      "no",        "08",
            "\"",       "a\"b,", "line; two",  "~",  "#5",       "null",     "- not one", "x: y"};
        return any(texts);
    }
    std::string prose() {
        static const std::vector<std::string> ends{"", "\n", "\n\n", "\n  indented\n", "\n=2\n\"x\"\n"};
        return text() + any(ends);
    }
    int upto(int most) { return std::uniform_int_distribution<int>(0, most)(chance_); }

  private:
    bool once_in(int times) { return upto(times - 1) == 0; }
    template <class T>
    const T& any(const std::vector<T>& all) {
        return all[static_cast<std::size_t>(upto(static_cast<int>(all.size()) - 1))];
    }
    Value ids(const std::vector<std::string>& of) { return Value::list({Value::scalar(any(of))}); }

    std::vector<std::pair<std::string, Value>> record() {
        std::vector<std::pair<std::string, Value>> record{{"name", Value::scalar(text())}};
        if (once_in(2)) record.emplace_back("description", Value::scalar(prose()));
        if (once_in(3)) record.emplace_back("kind", Value::scalar("show"));
        if (once_in(3)) record.emplace_back("status", Value::scalar(once_in(2) ? "confirmed" : "cancelled"));
        add_times(record);
        if (once_in(2)) record.emplace_back("areas", ids({"main-stage", "tent"}));
        if (once_in(3)) record.emplace_back("location", Value::scalar(text()));
        if (once_in(3)) record.emplace_back("organizers", ids({"northlight", "maya-lindt"}));
        if (once_in(2))
            record.emplace_back("participants",
                                Value::map({{"required", ids({"maya-lindt"})}, {"optional", ids({"acme-audio"})}}));
        if (once_in(4)) record.emplace_back("repeat", Value::map({{"every", Value::scalar("day")}}));
        if (once_in(4)) record.emplace_back("x-note", Value::scalar(text()));
        return record;
    }

    void add_times(std::vector<std::pair<std::string, Value>>& record) {
        const std::string day = "2026-06-1" + std::to_string(upto(4));
        if (once_in(5)) {
            record.emplace_back("start", Value::bare_scalar(day));
            if (once_in(2)) record.emplace_back("end", Value::bare_scalar("2026-06-15"));
            return;
        }
        record.emplace_back(
            "start",
            Value::bare_scalar(day + any(std::vector<std::string>{"T10:00", " 08:05", "T25:30", "T23:59:30"})));
        if (once_in(3)) return;
        if (once_in(2))
            record.emplace_back("duration", Value::scalar(any(std::vector<std::string>{"90m", "PT2H", "26h", "45s"})));
        else
            record.emplace_back("end",
                                Value::scalar(any(std::vector<std::string>{"9:00", "27:15", "2026-06-16T12:00"})));
    }

    std::mt19937 chance_;
};

model::Plan plan_of(const Spreadsheet& sheet) {
    event::Directory directory(files::Store::open(open_memory(sheet.tree), files::Access::read));
    const event::Loading loading = event::load(directory);
    for (const text::Problem& problem : loading.problems)
        if (problem.severity == text::Severity::error)
            FAIL(problem.place.file, " ", problem.message, ": ", problem.place.excerpt);
    return loading.plan;
}

std::string exported(const std::vector<model::Activity>& activities,
                     schedule::Audience audience = schedule::Audience::all) {
    std::vector<const model::Activity*> all;
    for (const model::Activity& activity : activities) all.push_back(&activity);
    return exchange::activities_csv(all, audience);
}

/// The keys in which two records differ.
Lines differing(const std::string& before, const std::string& after) {
    text::Problems problems;
    const Value a = yaml::value_of(*yaml::parse("a", before, problems));
    const Value b = yaml::value_of(*yaml::parse("b", after, problems));
    Lines keys;
    for (const auto* both : {&a, &b})
        for (const auto& [key, value] : both->entries) {
            const Value* one = a.find(key);
            const Value* other = b.find(key);
            if ((!one || !other || !yaml::same(*one, *other)) && std::ranges::find(keys, key) == keys.end())
                keys.push_back(key);
        }
    return keys;
}

}  // namespace

TEST_CASE("what is exported and imported again changes nothing, whatever the texts") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        CAPTURE(seed);
        Spreadsheet sheet;
        RandomActivities(seed).write(sheet, 12);
        const auto files = sheet.tree->files();
        for (const auto audience : {schedule::Audience::all, schedule::Audience::crew, schedule::Audience::everyone}) {
            const auto report = sheet.import(exported(plan_of(sheet).activities, audience));
            CHECK(report.problems.empty());
            CHECK(report.unchanged.size() == 12);
            CHECK(report.changed.empty());
            CHECK(sheet.tree->files() == files);
        }
    }
}

TEST_CASE("nothing in a spreadsheet acts on a terminal, also of records that are reported for it") {
    model::Activity activity;
    activity.id = "a";
    activity.name = "a\x1B[31m\tb";
    activity.location = "\xE2\x80\xAE/c";
    activity.start = {*time::parse_date("2026-06-12"), 10 * 3600};
    const std::string csv = exported({activity});
    CHECK(csv.find("a\xEF\xBF\xBD[31m b") != std::string::npos);
    CHECK(csv.find("\xEF\xBF\xBD/c") != std::string::npos);
    CHECK(csv.find_first_of("\x1B\t") == std::string::npos);
}

TEST_CASE("a cell that is changed changes its key and nothing else") {
    for (unsigned seed = 0; seed < 120; ++seed) {
        CAPTURE(seed);
        Spreadsheet sheet;
        RandomActivities random(seed);
        random.write(sheet, 8);
        auto activities = plan_of(sheet).activities;
        model::Activity& one = activities[static_cast<std::size_t>(random.upto(7))];
        const std::string before = sheet.activity(one.id);
        const std::vector<std::string> keys{"name", "description", "location", "kind", "areas", "organizers"};
        const std::string& key = keys[static_cast<std::size_t>(random.upto(5))];
        if (key == "name") one.name = "Other " + random.text();
        if (key == "description") one.description = "Other\n" + random.text();
        if (key == "location") one.location = "Other " + random.text();
        if (key == "kind") one.kind = one.kind.empty() ? "talk" : "";
        if (key == "areas") one.areas = {"tent", "main-stage"};
        if (key == "organizers") one.organizers = {"acme-audio"};
        const auto report = sheet.import(exported(activities));
        CHECK(report.problems.empty());
        CHECK(report.changed == Lines{one.id});
        CHECK(differing(before, sheet.activity(one.id)) == Lines{key});
    }
}

TEST_CASE("the public's spreadsheet has no column of what it may not see") {
    Spreadsheet sheet;
    sheet.tree->write("activities/doors.yaml", "name: Doors, \"all\"\nstart: 2026-06-12T18:00\nkind: call\n");
    CHECK(exported(plan_of(sheet).activities, schedule::Audience::everyone) ==
          "id,name,start,end,duration,areas,location,description\r\ndoors,\"Doors, "
          "\"\"all\"\"\",2026-06-12T18:00,,,,,\r\n");
    CHECK(exported(plan_of(sheet).activities) ==
          "id,name,start,end,duration,areas,organizers,required,optional,kind,status,location,description\r\n"
          "doors,\"Doors, \"\"all\"\"\",2026-06-12T18:00,,,,,,,call,confirmed,,\r\n");
}
