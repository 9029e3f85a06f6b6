#include <event/load.h>
#include <schedule/selection.h>

#include <cstdio>

using namespace backops;

int main(int, char** words) {
    event::Directory directory(files::Store::open(files::open_disk(words[1]), files::Access::read));
    const event::Loading loading = event::load(directory);
    schedule::Selection selection;
    selection.days = {time::parse_date(words[2]).value()};
    for (const auto& row : schedule::schedule_of(loading.plan, schedule::Zones(loading.plan), selection).rows)
        std::printf("%s %s\n", time::to_text(row.occurrence.start).c_str(), row.occurrence.activity->name.c_str());
}
