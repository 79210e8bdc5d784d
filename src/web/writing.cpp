#include "http/form_data.h"
#include "web/request.h"

namespace lots::web {

namespace {

/// A body that cannot be read. Access comes first: what is not the reader's is not found, whatever was sent to it.
Error unreadable(const std::function<Result<Gate>(access::Work&, const Asked&)>& gate, access::Work& work, const Asked& asked, MessageKey why)
{
    if (const auto reached = gate(work, asked); !reached) return reached.error();
    return invalid("", why);
}

}  // namespace

Writing writing_of_form(const CommandEntry& entry)
{
    return {[post = entry.post, gate = entry.gate](access::Work& work, const Asked& asked) -> Posted {
                const auto data = http::parse_form(asked.request);
                if (!data) return unreadable(gate, work, asked, "form.unreadable");
                return post(work, asked, *data);
            },
            entry.gate,
            [again = entry.sent_before](access::Work& work, const Asked& asked) -> Posted {
                const auto data = http::parse_form(asked.request);
                if (!data) return invalid("", "form.unreadable");
                return again(work, asked, *data);
            },
            entry.scope};
}

Writing writing_of_json(const CommandEntry& entry)
{
    return {[call = entry.call, gate = entry.gate](access::Work& work, const Asked& asked) -> Posted {
                const auto body = form::JsonBody::parse(asked.request.body.empty() ? "{}" : std::string_view(asked.request.body));
                if (!body) return unreadable(gate, work, asked, "form.json_body");
                auto done = call(work, asked, *body);
                if (!done) return done.error();
                return std::move(*done);
            },
            entry.gate,
            [](access::Work&, const Asked&) -> Posted { return invalid("", "form.key_used"); }};
}

}  // namespace lots::web
