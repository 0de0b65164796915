package io.rendezvous.gateway.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Accounts at calendar providers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
@Import({AccountController.class, CallbackController.class})
public class AccountConfiguration {}
