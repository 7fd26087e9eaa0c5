"""The site's addresses and one bare page: the bytes of a list page as a plain template, behind the same middleware."""

from django.shortcuts import render
from django.urls import path

from mentoring.urls import urlpatterns as site
from mentoring.web.gates import public


@public("holds nothing; only the benchmark has it")
def bare(request):
    return render(request, "bare.html")


urlpatterns = [path("bare/", bare), *site]
