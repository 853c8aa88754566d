/* Wine 8 lacks this library of Windows, from which Rust's standard library takes the seeds of its hash maps.
   For `.ci/run` alone; nothing of it is shipped. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
    return RtlGenRandom(data, (ULONG)length);
}
