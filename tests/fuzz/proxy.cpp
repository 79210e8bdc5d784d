// X-Forwarded-For, one header a line.
#include "http/proxy.h"

#include "fuzz.h"

void fuzz_one(std::string_view input)
{
    using namespace lots::http;
    Headers headers;
    while (!input.empty()) {
        const std::string_view line = input.substr(0, input.find('\n'));
        input.remove_prefix(line.size() + (line.size() < input.size() ? 1 : 0));
        headers.emplace_back(headers.size() % 3 == 2 ? "x-forwarded-proto" : "x-forwarded-for", line);
    }
    const Client client = client_behind("127.0.0.1", headers, {"127.0.0.1", "10.0.0.2"});
    promise(!client.address.empty() && normal_address(client.address) == client.address,
            "a client has an address in normal form");
    const Client stranger = client_behind("192.0.2.1", headers, {"127.0.0.1"});
    promise(stranger.address == "192.0.2.1" && !stranger.secure, "a stranger is not believed");
}
