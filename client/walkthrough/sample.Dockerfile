# This file builds without a complaint, but its container does not start:
# the program is linked against one C library, and the image it is started in holds another.
# Point at the underlined line to read why, and press Ctrl+. (Cmd+. on a Mac) on it to mend it.

FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev
WORKDIR /src
COPY hello.c .
RUN gcc -O2 -o /usr/local/bin/hello hello.c

FROM alpine:3.20
COPY --from=build /usr/local/bin/hello /usr/local/bin/hello
CMD ["hello"]
